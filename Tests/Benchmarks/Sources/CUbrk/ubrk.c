#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "CUbrk.h"

int64_t ubrk_count(int32_t kind, const uint8_t *text, int64_t length) {
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(kind == 0 ? UBRK_WORD : UBRK_SENTENCE, "zh", NULL, 0, &code);
  UText *source = utext_openUTF8(NULL, (const char *)text, length, &code);
  ubrk_setUText(iterator, source, &code);
  if (U_FAILURE(code)) return -1;
  int64_t count = 0;
  ubrk_first(iterator);
  while (ubrk_next(iterator) != UBRK_DONE) count += 1 + 0 * ubrk_getRuleStatus(iterator);
  ubrk_close(iterator);
  utext_close(source);
  return count;
}
