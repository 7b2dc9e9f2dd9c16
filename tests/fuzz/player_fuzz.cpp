// SPDX-License-Identifier: MIT
// The wire to players: any bytes as a line of a player, which is read as what it says or as nothing, and any bytes as a
// cassette.
#include <balint/players/cassette.hpp>
#include <balint/players/lines.hpp>
#include <balint/players/message.hpp>
#include <balint/players/reply.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "tests/fuzz/bytes.hpp"

namespace {

namespace players = balint::players;

/// What a line said, said again as a cassette does, is the same answer.
void is_recorded(const players::message& said) {
  const auto came = players::reply::of(said);
  if (!came.is_silence && !balint::is_word(came.act)) return;
  std::FILE* const file = std::tmpfile();
  players::cassette_writer to(file);
  to.begin({{"a", "1", true}});
  to.answer({"s", "p", 1, 7}, came);
  std::rewind(file);
  const auto read = players::cassette::read(file);
  std::fclose(file);
  fuzz::demand(read.has_value(), "what is written is a cassette");
  const auto* const again = read->find({"s", "p", 1, 7});
  fuzz::demand(again != nullptr && again->act == came.act, "what is written is read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  players::message_reader reader;
  const auto& one = reader.read(text);
  switch (one.kind) {
    case players::message_kind::unreadable: break;
    case players::message_kind::ready:
      fuzz::demand(balint::is_pseudonym(one.name) && balint::is_pseudonym(one.version), "names are plain");
      fuzz::demand(one.max_in_flight > 0, "something is asked");
      break;
    case players::message_kind::fail: fuzz::demand(one.has_id, "an answer has an id"); break;
    case players::message_kind::say:
      fuzz::demand(one.has_id && (!one.is_silence || one.said.targets.empty()), "silence has no target");
      is_recorded(one);
      break;
  }
  if (std::FILE* const file = std::tmpfile()) {
    std::fwrite(text.data(), 1, text.size(), file);
    std::rewind(file);
    if (const auto read = players::cassette::read(file))
      fuzz::demand(!read->players().empty() || read->size() < size, "a cassette is no larger than its text");
    std::fclose(file);
  }
  return 0;
}
