"""Makes muster-emoji.woff2 of the font in the npm package twemoji-colr-font (15.0.3).

Browsers treat the variation selector U+FE0F apart from the characters around it, so sequences that the
source font knows only with it (a shrugging man, a heart on fire) fell into pieces. This adds the same
sequences without the selector, and says for every character that the selector changes nothing.

    npm pack twemoji-colr-font@15.0.3 && tar xf twemoji-colr-font-15.0.3.tgz
    pip install fonttools brotli
    python make-emoji-font.py package/twemoji.woff2 muster-emoji.woff2
"""

import sys

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables.otTables import Ligature

SELECTOR = 0xFE0F
JOINER = 0x200D
NAME_IDS = (1, 3, 4, 16)
POSTSCRIPT_NAME_ID = 6


def add_bare_sequences(font):
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            subtable = getattr(subtable, "ExtSubTable", subtable)
            for ligatures in getattr(subtable, "ligatures", {}).values():
                known = {tuple(ligature.Component) for ligature in ligatures}
                for ligature in list(ligatures):
                    bare = [part for part in ligature.Component if part != "ufe0f"]
                    if bare and tuple(bare) not in known:
                        known.add(tuple(bare))
                        ligatures.append(make_ligature(bare, ligature.LigGlyph))
                # The longest sequence wins.
                ligatures.sort(key=lambda ligature: -len(ligature.Component))


def make_ligature(parts, glyph):
    ligature = Ligature()
    ligature.Component = parts
    ligature.CompCount = len(parts) + 1
    ligature.LigGlyph = glyph
    return ligature


def ignore_selector(font):
    table = CmapSubtable.newSubtable(14)
    table.platformID, table.platEncID, table.language, table.cmap = 0, 5, 0, {}
    table.uvsDict = {SELECTOR: [(code, None) for code in sorted(font.getBestCmap()) if code not in (SELECTOR, JOINER)]}
    font["cmap"].tables.append(table)
    font["cmap"].tables.sort(key=lambda one: (one.platformID, one.platEncID))


def darken_eyes(font):
    # The whites of U+1F440 are edged in a grey that nobody sees on a white page.
    palette = font["CPAL"].palettes[0]
    shades = {(color.red, color.green, color.blue): index for index, color in reversed(list(enumerate(palette)))}
    visible = shades[(0x9A, 0xAA, 0xB4)]
    for layer in font["COLR"]["u1f440"]:
        color = palette[layer.colorID]
        if (color.red, color.green, color.blue) == (0xE1, 0xE8, 0xED):
            layer.colorID = visible


def rename(font):
    for record in list(font["name"].names):
        if record.nameID in NAME_IDS:
            font["name"].setName("Muster Emoji", record.nameID, record.platformID, record.platEncID, record.langID)
        if record.nameID == POSTSCRIPT_NAME_ID:
            font["name"].setName("MusterEmoji", record.nameID, record.platformID, record.platEncID, record.langID)


def main(source, target):
    font = TTFont(source)
    add_bare_sequences(font)
    ignore_selector(font)
    darken_eyes(font)
    rename(font)
    if "FFTM" in font:
        del font["FFTM"]
    font.flavor = "woff2"
    font.save(target)


main(*sys.argv[1:3])
