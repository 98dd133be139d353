#ifndef CICU_BREAK_H
#define CICU_BREAK_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What a break iterator looks for.
enum { CICU_BREAK_WORD = 0, CICU_BREAK_SENTENCE = 1 };

/// An ICU break iterator; mutable, so one for each task.
typedef struct cicu_break_iterator cicu_break_iterator;

/// Opens an iterator for a locale; NULL and a positive status on failure.
cicu_break_iterator *cicu_break_open(int32_t kind, const char *locale, int32_t *status);

/// Opens an iterator over the user's own rules in ICU's syntax (UTF-8).
/// On failure `line` and `column` say where the rules are wrong.
cicu_break_iterator *cicu_break_open_rules(
    const uint8_t *rules, int64_t length, int32_t *line, int32_t *column, int32_t *status);

/// Closes an iterator.
void cicu_break_close(cicu_break_iterator *iterator);

/// Points the iterator at UTF-8 text, which must stay where it is until the last call of `cicu_break_next`.
void cicu_break_set_text(cicu_break_iterator *iterator, const uint8_t *utf8, int64_t length, int32_t *status);

/// Writes up to `capacity` further boundaries (UTF-8 offsets, the first one after 0) with their rule status.
/// Returns how many; fewer than `capacity` means that the text is at its end.
int32_t cicu_break_next(cicu_break_iterator *iterator, int32_t *bounds, int32_t *tags, int32_t capacity);

/// The version of the ICU in use, for example "72.1"; `text` has room for 20 bytes.
/// What ICU's word rules see in a character, as far as a simple machine can follow them.
enum {
  CICU_CLASS_OTHER = 0,     // breaks on both sides
  CICU_CLASS_NEWLINE = 1,   // CR, LF and their like
  CICU_CLASS_SPACE = 2,     // white space that goes together
  CICU_CLASS_LETTER = 3,
  CICU_CLASS_NUMERIC = 4,
  CICU_CLASS_EXTENDER = 5,  // the low line and its like
  CICU_CLASS_MID_LETTER = 6,
  CICU_CLASS_MID_BOTH = 7,  // joins letters and joins digits
  CICU_CLASS_MID_NUMBER = 8,
  CICU_CLASS_HAN = 9,
  CICU_CLASS_ATTACHED = 10,  // goes with the character before it
  CICU_CLASS_FOREIGN = 11    // follows rules that only ICU's own engine knows
};

/// Fills a table with the class of each of the 65,536 characters of the basic plane.
void cicu_word_classes(uint8_t *classes);

/// What the sentence rules see in a character: its Sentence_Break property (UAX #29).
enum {
  CICU_SENTENCE_OTHER = 0,
  CICU_SENTENCE_STOP = 1,   // a full stop, which may also abbreviate
  CICU_SENTENCE_MARK = 2,   // ends a sentence for certain
  CICU_SENTENCE_CLOSE = 3,  // quotation marks and brackets
  CICU_SENTENCE_SPACE = 4,
  CICU_SENTENCE_LINE = 5,  // ends a line
  CICU_SENTENCE_ATTACHED = 6,
  CICU_SENTENCE_LOWER = 7,
  CICU_SENTENCE_UPPER = 8,
  CICU_SENTENCE_LETTER = 9,
  CICU_SENTENCE_NUMERIC = 10,
  CICU_SENTENCE_CONTINUE = 11  // a comma or the like, which shows that the sentence goes on
};

/// Fills a table with the class of each of the 65,536 characters of the basic plane.
void cicu_sentence_classes(uint8_t *classes);

void cicu_version(char *text);

#ifdef __cplusplus
}
#endif
#endif
