#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include "CICUBreak.h"

struct cicu_break_iterator {
  UBreakIterator *iterator;
  UText *text;
};

static cicu_break_iterator *wrap(UBreakIterator *iterator, int32_t *status) {
  if (*status > 0 || iterator == NULL) return NULL;
  cicu_break_iterator *result = calloc(1, sizeof *result);
  if (result == NULL) {
    ubrk_close(iterator);
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  result->iterator = iterator;
  return result;
}

cicu_break_iterator *cicu_break_open(int32_t kind, const char *locale, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIteratorType type = kind == CICU_BREAK_SENTENCE ? UBRK_SENTENCE : UBRK_WORD;
  UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &code);
  *status = code;
  return wrap(iterator, status);
}

cicu_break_iterator *cicu_break_open_rules(
    const uint8_t *rules, int64_t length, int32_t *line, int32_t *column, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  UParseError error = {0};
  int32_t capacity = (int32_t)length + 1, written = 0;
  UChar *buffer = malloc((size_t)capacity * sizeof(UChar));
  if (buffer == NULL) {
    *status = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  u_strFromUTF8(buffer, capacity, &written, (const char *)rules, (int32_t)length, &code);
  UBreakIterator *iterator = U_FAILURE(code) ? NULL : ubrk_openRules(buffer, written, NULL, 0, &error, &code);
  free(buffer);
  *line = error.line;
  *column = error.offset;
  *status = code;
  return wrap(iterator, status);
}

void cicu_break_close(cicu_break_iterator *iterator) {
  if (iterator == NULL) return;
  ubrk_close(iterator->iterator);
  if (iterator->text != NULL) utext_close(iterator->text);
  free(iterator);
}

void cicu_break_set_text(cicu_break_iterator *iterator, const uint8_t *utf8, int64_t length, int32_t *status) {
  UErrorCode code = U_ZERO_ERROR;
  iterator->text = utext_openUTF8(iterator->text, (const char *)utf8, length, &code);
  if (U_SUCCESS(code)) ubrk_setUText(iterator->iterator, iterator->text, &code);
  if (U_SUCCESS(code)) ubrk_first(iterator->iterator);
  *status = code;
}

int32_t cicu_break_next(cicu_break_iterator *iterator, int32_t *bounds, int32_t *tags, int32_t capacity) {
  int32_t count = 0;
  while (count < capacity) {
    int32_t bound = ubrk_next(iterator->iterator);
    if (bound == UBRK_DONE) break;
    bounds[count] = bound;
    tags[count] = ubrk_getRuleStatus(iterator->iterator);
    count += 1;
  }
  return count;
}

static uint8_t word_class(UChar32 c) {
  const int isHan = (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3005 || c == 0x3007;
  if (isHan) return CICU_CLASS_HAN;
  // ICU's root rules: @ is a letter, a colon joins nothing, full-width digits are digits.
  if (c == '@') return CICU_CLASS_LETTER;
  if (c == ':' || c == 0xFE55 || c == 0xFF1A) return CICU_CLASS_OTHER;
  if (c >= 0xFF10 && c <= 0xFF19) return CICU_CLASS_NUMERIC;
  const int32_t rule = u_getIntPropertyValue(c, UCHAR_WORD_BREAK);
  if (rule == U_WB_EXTEND || rule == U_WB_FORMAT || rule == U_WB_ZWJ) return CICU_CLASS_ATTACHED;
  UErrorCode code = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &code);
  if (script == USCRIPT_HAN || script == USCRIPT_HANGUL || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
      c == 0x30FC || c == 0xFF70 || u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT ||
      u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC)) {
    return CICU_CLASS_FOREIGN;
  }
  switch (rule) {
    case U_WB_OTHER: case U_WB_DOUBLE_QUOTE: return CICU_CLASS_OTHER;
    case U_WB_CR: case U_WB_LF: case U_WB_NEWLINE: return CICU_CLASS_NEWLINE;
    case U_WB_WSEGSPACE: return CICU_CLASS_SPACE;
    case U_WB_ALETTER: return CICU_CLASS_LETTER;
    case U_WB_NUMERIC: return CICU_CLASS_NUMERIC;
    case U_WB_EXTENDNUMLET: return CICU_CLASS_EXTENDER;
    case U_WB_MIDLETTER: return CICU_CLASS_MID_LETTER;
    case U_WB_MIDNUMLET: case U_WB_SINGLE_QUOTE: return CICU_CLASS_MID_BOTH;
    case U_WB_MIDNUM: return CICU_CLASS_MID_NUMBER;
    default: return CICU_CLASS_FOREIGN;
  }
}

void cicu_word_classes(uint8_t *classes) {
  for (UChar32 c = 0; c < 0x10000; c++) classes[c] = word_class(c);
}

static uint8_t sentence_class(UChar32 c) {
  switch (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_ATERM: return CICU_SENTENCE_STOP;
    case U_SB_STERM: return CICU_SENTENCE_MARK;
    case U_SB_CLOSE: return CICU_SENTENCE_CLOSE;
    case U_SB_SP: return CICU_SENTENCE_SPACE;
    case U_SB_SEP: case U_SB_CR: case U_SB_LF: return CICU_SENTENCE_LINE;
    case U_SB_EXTEND: case U_SB_FORMAT: return CICU_SENTENCE_ATTACHED;
    case U_SB_LOWER: return CICU_SENTENCE_LOWER;
    case U_SB_UPPER: return CICU_SENTENCE_UPPER;
    case U_SB_OLETTER: return CICU_SENTENCE_LETTER;
    case U_SB_NUMERIC: return CICU_SENTENCE_NUMERIC;
    case U_SB_SCONTINUE: return CICU_SENTENCE_CONTINUE;
    default: return CICU_SENTENCE_OTHER;
  }
}

void cicu_sentence_classes(uint8_t *classes) {
  for (UChar32 c = 0; c < 0x10000; c++) classes[c] = sentence_class(c);
}

void cicu_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  version[2] = version[3] = 0;
  u_versionToString(version, text);
}
