import { Apple, Car, Clock, Flag, Hand, Hash, Leaf, Lightbulb, Smile, Sparkles, Trophy, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton, useT } from '#kernel/web/index.ts';
import { emoji_messages as m } from '../../emoji.messages.ts';
import type { PickerRow, PickerSection } from '../../emoji.rows.ts';
import styles from './EmojiPicker.module.css';

const ICONS: Partial<Record<PickerSection, LucideIcon>> = {
  recent: Clock, custom: Sparkles, 'smileys-emotion': Smile, 'people-body': Hand, 'animals-nature': Leaf, 'food-drink': Apple,
  'travel-places': Car, activities: Trophy, objects: Lightbulb, symbols: Hash, flags: Flag,
};

type SectionTabsProps = { rows: readonly PickerRow[]; current: PickerSection; on_choose: (section: PickerSection) => void };

/** Buttons that jump to a section. */
export function SectionTabs({ rows, current, on_choose }: SectionTabsProps): ReactNode {
  const t = useT();
  const sections = [...new Set(rows.map((row) => row.section))];
  return (
    <div className={styles.tabs}>
      {sections.map((section) => {
        const Icon = ICONS[section] ?? Smile;
        return <IconButton key={section} label={t(m[section])} tooltip_side="bottom" icon={<Icon size={16} />} is_active={section === current} aria-pressed={section === current} onClick={() => on_choose(section)} />;
      })}
    </div>
  );
}
