// ICU over utext_openUTF8, so that "Über uns. Mehr." has its boundary at byte 11 and no text is converted. The
// iterator is costly to make and cheap to set, so a thread keeps the one of its last language. ICU ends a
// sentence at every line break; text that was wrapped by hand is therefore seen through a copy of the same
// length with spaces in their place.
#include "segment/boundaries.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <algorithm>
#include <memory>

namespace crosscheck::segment_room {
namespace {

class Boundaries {
 public:
  void find(std::string_view text, const std::string& language, std::vector<std::uint32_t>& boundaries) {
    boundaries.clear();
    use(language);
    if (!iterator_) return;
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&view_, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator_->setText(&view_, status);
    if (U_FAILURE(status)) return;
    iterator_->first();
    for (std::int32_t at = iterator_->next(); at != icu::BreakIterator::DONE; at = iterator_->next()) {
      if (static_cast<std::size_t>(at) < text.size()) boundaries.push_back(static_cast<std::uint32_t>(at));
    }
  }

  std::string_view unwrapped(std::string_view text) {
    constexpr std::string_view kBreaks = "\n\r\v\f";
    if (text.find_first_of(kBreaks) == std::string_view::npos) return text;
    copy_ = text;
    std::replace_if(
        copy_.begin(), copy_.end(), [&](char c) { return kBreaks.find(c) != std::string_view::npos; }, ' ');
    return copy_;
  }

  Boundaries() = default;
  Boundaries(const Boundaries&) = delete;
  Boundaries& operator=(const Boundaries&) = delete;
  ~Boundaries() {
    iterator_.reset();
    utext_close(&view_);
  }

 private:
  void use(const std::string& language) {
    if (tried_ && language == language_) return;
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createSentenceInstance(icu::Locale(language.c_str()), status));
    if (U_FAILURE(status)) iterator_.reset();
    language_ = language;
    tried_ = true;
  }

  std::unique_ptr<icu::BreakIterator> iterator_;
  UText view_ = UTEXT_INITIALIZER;
  std::string language_, copy_;
  bool tried_ = false;
};

}  // namespace

void find_boundaries(std::string_view text, const std::string& language, std::vector<std::uint32_t>& boundaries) {
  thread_local Boundaries finder;
  finder.find(finder.unwrapped(text), language, boundaries);
}

}  // namespace crosscheck::segment_room
