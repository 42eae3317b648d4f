// Which frame a value belongs to, and what the sentence says about its roles.
#pragma once

#include <optional>
#include <unordered_set>

#include "claim/view.h"
#include "model/model.h"
#include "rulebook/rulebook.h"

namespace crosscheck {

struct FrameMatch {
  const Frame* frame = nullptr;
  std::vector<Role> roles;
  std::vector<std::string> qualifiers;
  bool loose = false;
};

/// `words`: the folded words of the sentence, for the triggers.
std::optional<FrameMatch> match_frames(const std::vector<Frame>& frames, const Article& article,
                                       const View& view, MentionKind kind, const std::unordered_set<std::string>& words);

/// The oracle: every frame tried without looking at its triggers.
std::optional<FrameMatch> match_frames_without_prefilter(const std::vector<Frame>& frames,
                                                         const Article& article, const View& view, MentionKind kind);

}  // namespace crosscheck
