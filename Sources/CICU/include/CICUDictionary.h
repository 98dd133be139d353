#ifndef CICU_DICTIONARY_H
#define CICU_DICTIONARY_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// ICU's own dictionary of Chinese and Japanese words, read where ICU keeps it.
/// Immutable once open: any number of threads may look words up.
typedef struct cicu_dictionary cicu_dictionary;

/// Opens the dictionary; NULL where this ICU has none in the known layout.
cicu_dictionary *cicu_dictionary_open(void);

/// Closes it.
void cicu_dictionary_close(cicu_dictionary *dictionary);

/// All words that begin at `start` of the UTF-16 text, shortest first: their lengths in UTF-16 units and their costs.
/// Returns how many, at most `capacity`.
int32_t cicu_dictionary_words(
    const cicu_dictionary *dictionary, const uint16_t *text, int32_t length, int32_t start, int32_t *lengths,
    int32_t *costs, int32_t capacity);

#ifdef __cplusplus
}
#endif
#endif
