import type { ReactNode } from 'react';
import { IconButton, Menu, MenuItem, useT } from '#kernel/web/index.ts';
import { skin_tones, withTone, type SkinTone } from '../../emoji.catalogue.ts';
import { emoji_messages as m } from '../../emoji.messages.ts';
import { saveSkinTone, useSkinTone } from '../../emoji.recent.ts';
import { EmojiText } from '../Emoji/Emoji.tsx';

const HAND = '✋';
const TONES = Object.keys(skin_tones) as SkinTone[];

/** The skin tone that hands and people are offered in. */
export function SkinTones(): ReactNode {
  const t = useT();
  const tone = useSkinTone();
  return (
    <Menu align="end" trigger={<IconButton label={t(m.skin_tone)} icon={<EmojiText text={tone ? withTone(HAND, tone) : HAND} />} />}>
      <MenuItem icon={<EmojiText text={HAND} />} is_checked={tone === ''} on_select={() => saveSkinTone('')}>{t(m.no_tone)}</MenuItem>
      {TONES.map((one) => (
        <MenuItem key={one} icon={<EmojiText text={withTone(HAND, one)} />} is_checked={tone === one} on_select={() => saveSkinTone(one)}>{t(m[one])}</MenuItem>
      ))}
    </Menu>
  );
}
