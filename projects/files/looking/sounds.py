"""Sounds, told from their frames and boxes. What also holds moving pictures is none."""

import struct

from projects.files.kinds import Kind

CODECS = (b"\x01vorbis", b"OpusHead", b"Speex   ", b"\x7fFLAC")
BITRATES = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
BITRATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}


def told(content):
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE" and b"fmt " in content[12:4096]:
        return Kind.WAV
    if content.startswith(b"OggS"):
        heard = any(codec in content[:512] for codec in CODECS)
        return Kind.OGG if heard and b"\x80theora" not in content[:4096] else None
    if content[4:8] == b"ftyp":
        return Kind.M4A if is_sound_only(content) else None
    if content.startswith((b"ID3", b"\xff")) and begins_with_frames(content):
        return Kind.MP3
    return None


def is_sound_only(content):
    """It has a list of its tracks: one is a sound, none is a film, and its boxes are whole."""
    place, tracks = 0, b""
    while place < len(content):
        try:
            length, name = struct.unpack_from(">I4s", content, place)
            if length == 1:
                (length,) = struct.unpack_from(">Q", content, place + 8)
        except struct.error:
            return False
        length = length or len(content) - place
        if length < 8 or place + length > len(content):
            return False
        if name == b"moov":
            tracks = content[place : place + length]
        place += length
    return b"soun" in tracks and b"vide" not in tracks


def begins_with_frames(content):
    """Two frames of MPEG sound stand one behind the other, after what is told about the piece."""
    place = 0
    if content.startswith(b"ID3"):
        if len(content) < 10 or any(byte & 0x80 for byte in content[6:10]):
            return False
        place = 10 + sum(byte << 7 * (3 - n) for n, byte in enumerate(content[6:10]))
        while place < len(content) and content[place] == 0:
            place += 1
    length = frame_at(content, place)
    return bool(length) and bool(frame_at(content, place + length))


def frame_at(content, place):
    """The bytes of the frame that begins here, or 0: layer 3 only."""
    if len(content) < place + 4 or content[place] != 0xFF or content[place + 1] & 0xE6 != 0xE2:
        return 0
    version, packed = content[place + 1] >> 3 & 3, content[place + 2]
    bits, rate, padding = packed >> 4, packed >> 2 & 3, packed >> 1 & 1
    if version == 1 or not 0 < bits < 15 or rate == 3:
        return 0
    speed = (BITRATES if version == 3 else BITRATES_2)[bits] * 1000
    return (144 if version == 3 else 72) * speed // RATES[version][rate] + padding
