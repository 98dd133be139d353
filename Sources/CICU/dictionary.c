#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/udata.h>
#include <unicode/uvernum.h>

#include "CICUDictionary.h"

// ICU's dictionary files (source/common/dictionarydata.h): eight int32 indexes, then the trie. The layout has not
// changed since ICU 50; it is checked all the same.
enum { indexCount = 8, trieOffsetIndex = 0, totalSizeIndex = 3, kindIndex = 4, kindMask = 7, kindUChars = 1 };

int32_t cicu_dictionary_read(uint16_t **units, int64_t *count) {
  char package[40];
#if defined(U_IS_BIG_ENDIAN) && U_IS_BIG_ENDIAN
  const char order = 'b';
#else
  const char order = 'l';
#endif
  *units = NULL;
  *count = 0;
  snprintf(package, sizeof package, "icudt%d%c-brkitr", U_ICU_VERSION_MAJOR_NUM, order);
  UErrorCode code = U_ZERO_ERROR;
  UDataMemory *data = udata_open(package, "dict", "cjdict", &code);
  if (U_FAILURE(code) || data == NULL) return U_FAILURE(code) ? code : U_MISSING_RESOURCE_ERROR;
  UDataInfo info = {0};
  info.size = sizeof info;
  udata_getInfo(data, &info);
  const int32_t *indexes = udata_getMemory(data);
  const int32_t start = indexes[trieOffsetIndex], end = indexes[totalSizeIndex];
  const int known = memcmp(info.dataFormat, "Dict", 4) == 0 && info.formatVersion[0] == 1 &&
                    (indexes[kindIndex] & kindMask) == kindUChars && start >= indexCount * 4 && end > start;
  if (known) {
    *units = malloc((size_t)(end - start));
    if (*units != NULL) {
      memcpy(*units, (const char *)indexes + start, (size_t)(end - start));
      *count = (end - start) / 2;
    }
  }
  udata_close(data);
  if (!known) return U_INVALID_FORMAT_ERROR;
  return *units == NULL ? U_MEMORY_ALLOCATION_ERROR : 0;
}
