#include <stdlib.h>

#include <unicode/ubrk.h>
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

void cicu_version(char *text) {
  UVersionInfo version;
  u_getVersion(version);
  version[2] = version[3] = 0;
  u_versionToString(version, text);
}
