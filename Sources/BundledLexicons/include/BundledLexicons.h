/// The files of `Lexicons/` as bytes inside the program.
#ifndef BUNDLED_LEXICONS_H
#define BUNDLED_LEXICONS_H

#include <stdint.h>

/// How many files there are.
int32_t bundled_lexicon_count(void);
/// The name of file `index`, for example `threat.yaml`.
const char *bundled_lexicon_name(int32_t index);
/// The bytes of file `index`; not terminated by a zero.
const uint8_t *bundled_lexicon_bytes(int32_t index);
/// The number of bytes of file `index`.
int64_t bundled_lexicon_size(int32_t index);

#endif
