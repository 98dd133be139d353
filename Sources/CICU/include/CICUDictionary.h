#ifndef CICU_DICTIONARY_H
#define CICU_DICTIONARY_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A copy of the trie of ICU's Chinese dictionary, to be freed with cicu_free; the result is ICU's status, 0 for success.
int32_t cicu_dictionary_read(uint16_t **units, int64_t *count);

#ifdef __cplusplus
}
#endif
#endif
