#ifndef CICU_ENCODING_H
#define CICU_ENCODING_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Guesses the encoding of bytes; writes its ICU name (at most `capacity` bytes with the final zero) and returns ICU's
/// confidence from 0 to 100, or a negative number where it has no guess.
int32_t cicu_encoding_detect(const uint8_t *bytes, int64_t length, char *name, int32_t capacity);

/// Converts bytes to UTF-8, strictly. The caller frees `result` with `cicu_free`.
/// Returns 0; or a positive ICU status, with the offset of the first bytes that do not fit in `errorOffset`.
int32_t cicu_encoding_decode(
    const char *name, const uint8_t *bytes, int64_t length, uint8_t **result, int64_t *resultLength,
    int64_t *errorOffset);

#ifdef __cplusplus
}
#endif
#endif
