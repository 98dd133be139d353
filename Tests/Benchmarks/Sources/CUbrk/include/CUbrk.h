#ifndef CUBRK_H
#define CUBRK_H

#include <stdint.h>

/// How many boundaries ICU's own iterator finds in UTF-8 text: words (0) or sentences (1).
int64_t ubrk_count(int32_t kind, const uint8_t *text, int64_t length);

#endif
