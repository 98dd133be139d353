#include <cstdio>
#include <cstdlib>
#include <new>

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>
#include <unicode/uvernum.h>

#include "CICUDictionary.h"

namespace {

// ICU's dictionary files (source/common/dictionarydata.h): eight int32 indexes, of which [0] is where the trie
// begins and [4] its kind, then the trie. The layout has not changed since ICU 50; it is checked all the same.
enum { indexCount = 8, trieOffsetIndex = 0, kindIndex = 4, kindMask = 7, kindUChars = 1 };
// CjkBreakEngine looks for words of up to this many characters.
enum { longestWord = 20 };

}  // namespace

struct cicu_dictionary {
  UDataMemory *data;
  const char16_t *trie;
  // The state after each possible first character: the search at the root among some 20,000 branches is the
  // costliest step, so it is done once.
  icu::UCharsTrie::State *afterFirst;
  uint8_t *firstResult;
};

extern "C" cicu_dictionary *cicu_dictionary_open(void) {
  char package[40];
#if defined(U_IS_BIG_ENDIAN) && U_IS_BIG_ENDIAN
  const char order = 'b';
#else
  const char order = 'l';
#endif
  snprintf(package, sizeof package, "icudt%d%c-brkitr", U_ICU_VERSION_MAJOR_NUM, order);
  UErrorCode code = U_ZERO_ERROR;
  UDataMemory *data = udata_open(package, "dict", "cjdict", &code);
  if (U_FAILURE(code) || data == nullptr) return nullptr;
  UDataInfo info = {};
  info.size = sizeof info;
  udata_getInfo(data, &info);
  const int32_t *indexes = static_cast<const int32_t *>(udata_getMemory(data));
  const bool known = info.dataFormat[0] == 'D' && info.dataFormat[1] == 'i' && info.dataFormat[2] == 'c' &&
                     info.dataFormat[3] == 't' && info.formatVersion[0] == 1 &&
                     (indexes[kindIndex] & kindMask) == kindUChars && indexes[trieOffsetIndex] >= indexCount * 4;
  cicu_dictionary *dictionary = known ? new (std::nothrow) cicu_dictionary() : nullptr;
  if (dictionary == nullptr) {
    udata_close(data);
    return nullptr;
  }
  dictionary->data = data;
  dictionary->trie = reinterpret_cast<const char16_t *>(
      reinterpret_cast<const char *>(indexes) + indexes[trieOffsetIndex]);
  dictionary->afterFirst = new icu::UCharsTrie::State[65536];
  dictionary->firstResult = new (std::nothrow) uint8_t[65536];
  if (dictionary->afterFirst == nullptr || dictionary->firstResult == nullptr) {
    cicu_dictionary_close(dictionary);
    return nullptr;
  }
  icu::UCharsTrie trie(dictionary->trie);
  for (int32_t unit = 0; unit < 65536; unit++) {
    UStringTrieResult result = trie.first(unit);
    dictionary->firstResult[unit] = static_cast<uint8_t>(result);
    trie.saveState(dictionary->afterFirst[unit]);
  }
  return dictionary;
}

extern "C" void cicu_dictionary_close(cicu_dictionary *dictionary) {
  if (dictionary == nullptr) return;
  delete[] dictionary->afterFirst;
  delete[] dictionary->firstResult;
  udata_close(dictionary->data);
  delete dictionary;
}

extern "C" int32_t cicu_dictionary_words(
    const cicu_dictionary *dictionary, const uint16_t *text, int32_t length, int32_t start, int32_t *lengths,
    int32_t *costs, int32_t capacity) {
  if (start >= length) return 0;
  icu::UCharsTrie trie(dictionary->trie);
  const uint16_t first = text[start];
  UStringTrieResult result = static_cast<UStringTrieResult>(dictionary->firstResult[first]);
  trie.resetToState(dictionary->afterFirst[first]);
  int32_t count = 0;
  for (int32_t position = start + 1;; position++) {
    if (USTRINGTRIE_HAS_VALUE(result) && count < capacity) {
      lengths[count] = position - start;
      costs[count] = trie.getValue();
      count += 1;
    }
    if (!USTRINGTRIE_HAS_NEXT(result) || position >= length || position - start >= longestWord) break;
    result = trie.next(text[position]);
  }
  return count;
}
