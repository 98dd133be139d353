#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "CICUNormalize.h"

namespace {

enum { firstHan = 0x4E00, lastHan = 0x9FFF };

// Simplified form of each character of the unified ideographs, filled once from ICU's own transliterator.
struct SimplifiedTable {
  uint16_t forms[lastHan - firstHan + 1];

  SimplifiedTable() {
    for (int32_t c = firstHan; c <= lastHan; c++) forms[c - firstHan] = static_cast<uint16_t>(c);
    UErrorCode code = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> transliterator(
        icu::Transliterator::createInstance(UNICODE_STRING_SIMPLE("Hant-Hans"), UTRANS_FORWARD, code));
    if (U_FAILURE(code) || !transliterator) return;
    // The line feed between characters keeps the transliterator from seeing words.
    icu::UnicodeString all;
    for (int32_t c = firstHan; c <= lastHan; c++) {
      all.append(static_cast<UChar32>(c));
      all.append(static_cast<UChar>(u'\n'));
    }
    transliterator->transliterate(all);
    int32_t position = 0;
    for (int32_t c = firstHan; c <= lastHan && position < all.length(); c++) {
      int32_t end = all.indexOf(static_cast<UChar>(u'\n'), position);
      if (end < 0) break;
      UChar form = all.charAt(position);
      if (end == position + 1 && form >= firstHan && form <= lastHan) forms[c - firstHan] = form;
      position = end + 1;
    }
    keepAsWritten();
  }

  // Characters that stand for themselves in simplified text too, where the table would change a common word.
  void keepAsWritten() {
    for (UChar c : {u'著', u'乾', u'瞭', u'藉', u'夥', u'徵'}) forms[c - firstHan] = c;
  }
};

const SimplifiedTable &simplified() {
  static const SimplifiedTable table;
  return table;
}

struct Output {
  std::vector<uint8_t> bytes;
  std::vector<uint32_t> offsets;

  void put(uint8_t byte, int64_t source) {
    if (byte == ' ' && !bytes.empty() && bytes.back() == ' ') return;
    bytes.push_back(byte);
    offsets.push_back(static_cast<uint32_t>(source));
  }

  void put(UChar32 c, int64_t source) {
    uint8_t buffer[4];
    int32_t n = 0;
    U8_APPEND_UNSAFE(buffer, n, c);
    for (int32_t i = 0; i < n; i++) put(buffer[i], source);
  }
};

// Marks that are written in many ways and mean one; 0 where the character is not such a mark.
UChar32 plain(UChar32 c) {
  switch (c) {
    case '\n': case '\t': case '\r': case '\f': case '\v': case 0x85: case 0xA0: case 0x3000: case 0x2028: case 0x2029:
    case 0x202F: return ' ';
    case 0x2018: case 0x2019: case 0x02BC: return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2212: return '-';
    default: return (c >= 0x2000 && c <= 0x200A) ? ' ' : 0;
  }
}

// Double quotation marks are left out, so that a term is found whether or not it stands, or a part of it stands, in them.
bool isQuote(UChar32 c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || (c >= 0x300C && c <= 0x300F) || c == 0xFF02;
}

// Whether a character needs no more than a table: it neither changes under NFKC nor joins with a neighbour.
bool isSimple(UChar32 c) {
  return c < 0x80 || (c >= firstHan && c <= lastHan) || plain(c) != 0 || c == 0x3001 || c == 0x3002 ||
         (c >= 0x3008 && c <= 0x3011) || isQuote(c) || c == 0x2014;
}

void putSimple(UChar32 c, int64_t source, Output &out) {
  if (isQuote(c)) return;
  if (c >= 'A' && c <= 'Z') {
    out.put(static_cast<uint8_t>(c + 32), source);
  } else if (UChar32 form = plain(c)) {
    out.put(static_cast<uint8_t>(form), source);
  } else if (c < 0x80) {
    out.put(static_cast<uint8_t>(c), source);
  } else if (c >= firstHan && c <= lastHan) {
    out.put(static_cast<UChar32>(simplified().forms[c - firstHan]), source);
  } else {
    out.put(c, source);
  }
}

// Full-width marks of Chinese text become ASCII under NFKC; the marks that end clauses keep their form, so that
// rules see which language they belong to.
bool keepsFullWidth(UChar32 c) {
  return c == 0xFF0C || c == 0xFF1B || c == 0xFF1A || c == 0xFF1F || c == 0xFF01 || c == 0x2026;
}

int32_t putStretch(const icu::Normalizer2 &normalizer, const uint8_t *source, int64_t start, int64_t end, Output &out) {
  UErrorCode code = U_ZERO_ERROR;
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized);
  icu::Edits edits;
  normalizer.normalizeUTF8(
      0, icu::StringPiece(reinterpret_cast<const char *>(source) + start, static_cast<int32_t>(end - start)), sink,
      &edits, code);
  if (U_FAILURE(code)) return code;
  icu::Edits::Iterator edit = edits.getFineIterator();
  while (edit.next(code)) {
    const int64_t from = start + edit.sourceIndex();
    for (int32_t i = 0; i < edit.newLength(); i++) {
      const uint8_t byte = static_cast<uint8_t>(normalized[static_cast<size_t>(edit.destinationIndex() + i)]);
      // An unchanged stretch maps byte to byte; a changed one to the place where it begins.
      out.put(byte, edit.hasChange() ? from : from + i);
    }
  }
  return U_FAILURE(code) ? code : 0;
}

}  // namespace

extern "C" int32_t cicu_normalize(
    const uint8_t *source, int64_t length, uint8_t **result, uint32_t **offsets, int64_t *resultLength) {
  UErrorCode code = U_ZERO_ERROR;
  const icu::Normalizer2 *normalizer = icu::Normalizer2::getNFKCCasefoldInstance(code);
  if (U_FAILURE(code)) return code;
  Output out;
  out.bytes.reserve(static_cast<size_t>(length) + 16);
  out.offsets.reserve(static_cast<size_t>(length) + 17);
  int64_t position = 0;
  while (position < length) {
    int64_t next = position;
    UChar32 c;
    U8_NEXT_OR_FFFD(source, next, length, c);
    bool joins = false;
    if (next < length && source[next] >= 0xCC) {
      int64_t after = next;
      UChar32 following;
      U8_NEXT_OR_FFFD(source, after, length, following);
      joins = !isSimple(following) && !normalizer->hasBoundaryBefore(following);
    }
    if ((isSimple(c) || keepsFullWidth(c)) && !joins) {
      putSimple(c, position, out);
      position = next;
      continue;
    }
    int64_t end = next;
    while (end < length) {
      int64_t after = end;
      U8_NEXT_OR_FFFD(source, after, length, c);
      if (normalizer->hasBoundaryBefore(c)) break;
      end = after;
    }
    if (int32_t status = putStretch(*normalizer, source, position, end, out)) return status;
    position = end;
  }
  out.offsets.push_back(static_cast<uint32_t>(length));
  *resultLength = static_cast<int64_t>(out.bytes.size());
  *result = static_cast<uint8_t *>(malloc(out.bytes.size() + 1));
  *offsets = static_cast<uint32_t *>(malloc(out.offsets.size() * sizeof(uint32_t)));
  if (*result == nullptr || *offsets == nullptr) {
    free(*result);
    free(*offsets);
    return U_MEMORY_ALLOCATION_ERROR;
  }
  memcpy(*result, out.bytes.data(), out.bytes.size());
  memcpy(*offsets, out.offsets.data(), out.offsets.size() * sizeof(uint32_t));
  return 0;
}

extern "C" void cicu_free(void *memory) { free(memory); }
