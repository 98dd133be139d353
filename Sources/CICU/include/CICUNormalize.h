#ifndef CICU_NORMALIZE_H
#define CICU_NORMALIZE_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Brings text to the form in which terms are matched: NFKC and case folding (ICU's NFKC_Casefold, which also drops
/// soft hyphens and zero-width characters), traditional characters made simplified, white space one space, typographic
/// apostrophes, hyphens and dashes plain, double quotation marks left out.
///
/// Each byte of the result comes with the UTF-8 offset in `source` of the character that it stems from; one further
/// offset, `length`, closes the list. The caller frees both with `cicu_free`.
/// Returns 0, or a positive ICU status.
int32_t cicu_normalize(
    const uint8_t *source, int64_t length, uint8_t **result, uint32_t **offsets, int64_t *resultLength);

/// Frees what `cicu_normalize` returned.
void cicu_free(void *memory);

#ifdef __cplusplus
}
#endif
#endif
