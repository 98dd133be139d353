#include <stdlib.h>
#include <string.h>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include "CICUEncoding.h"

// ICU's detector looks at the beginning only; this much is plenty and keeps a large file cheap.
enum { detectionBytes = 65536 };

int32_t cicu_encoding_detect(const uint8_t *bytes, int64_t length, char *name, int32_t capacity) {
  UErrorCode code = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&code);
  if (U_FAILURE(code)) return -1;
  int32_t confidence = -1;
  ucsdet_setText(detector, (const char *)bytes, (int32_t)(length < detectionBytes ? length : detectionBytes), &code);
  const UCharsetMatch *match = U_SUCCESS(code) ? ucsdet_detect(detector, &code) : NULL;
  if (U_SUCCESS(code) && match != NULL) {
    const char *found = ucsdet_getName(match, &code);
    if (U_SUCCESS(code) && found != NULL && (int32_t)strlen(found) < capacity) {
      strcpy(name, found);
      confidence = ucsdet_getConfidence(match, &code);
    }
  }
  ucsdet_close(detector);
  return confidence;
}

int32_t cicu_encoding_decode(
    const char *name, const uint8_t *bytes, int64_t length, uint8_t **result, int64_t *resultLength,
    int64_t *errorOffset) {
  UErrorCode code = U_ZERO_ERROR;
  *errorOffset = 0;
  UConverter *converter = ucnv_open(name, &code);
  if (U_FAILURE(code)) return code;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
  // One byte never makes more than one unit here, except for a final flush.
  UChar *units = malloc(((size_t)length + 2) * sizeof(UChar));
  UChar *target = units;
  const char *source = (const char *)bytes;
  if (units == NULL) code = U_MEMORY_ALLOCATION_ERROR;
  if (U_SUCCESS(code))
    ucnv_toUnicode(converter, &target, units + length + 2, &source, (const char *)bytes + length, NULL, true, &code);
  if (U_FAILURE(code)) {
    char invalid[32];
    int8_t invalidLength = sizeof invalid;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, invalid, &invalidLength, &ignored);
    *errorOffset = source - (const char *)bytes - (U_SUCCESS(ignored) ? invalidLength : 0);
    ucnv_close(converter);
    free(units);
    return code;
  }
  ucnv_close(converter);
  int32_t count = (int32_t)(target - units), needed = 0;
  UErrorCode sizing = U_ZERO_ERROR;
  u_strToUTF8(NULL, 0, &needed, units, count, &sizing);
  uint8_t *text = malloc((size_t)needed + 1);
  if (text == NULL) {
    free(units);
    return U_MEMORY_ALLOCATION_ERROR;
  }
  u_strToUTF8((char *)text, needed + 1, NULL, units, count, &code);
  free(units);
  if (U_FAILURE(code)) {
    free(text);
    return code;
  }
  *result = text;
  *resultLength = needed;
  return 0;
}
