// The public module of the page's kernel: everything that features use.
export { api } from './api/api.ts';
export { ApiError, isUnreachable } from './api/api-error.ts';
export { realtime, type EventHandler } from './realtime/realtime.ts';
export { realtimeState, type RealtimeStatus } from './realtime/realtime.state.ts';
export { parseJsonText } from './json-text.ts';

export { defineWebFeature, type PanelProps, type WebFeature, type WebRoute } from './feature.ts';
export { defineSlot, type Slot } from './slot.ts';
export { shell_slots, type PaletteItem, type PaletteSource, type SettingsPage } from './shell/slots.ts';

export { myUserId, sessionStore, useMyUserId } from './state/session.state.ts';
export { panel, panelStore, usePanel, type PanelEntry } from './state/panel.state.ts';
export { configStore, configValue, fetchConfig, useConfig } from './state/config.state.ts';
export { failureText, toast } from './state/toast.state.ts';
export { closeAllDialogs, openDialog } from './state/dialog.state.ts';
export { setTheme, themeStore, type ThemeChoice } from './state/theme.state.ts';
export { goTo } from './state/navigate.ts';
export { keyLabels, matchesKeys, registerShortcuts, type Shortcut } from './state/shortcuts.ts';

export { defineMessages, FormattedMessage, intl, t, useT, type MessageDescriptor, type TextValues, type Translate } from './i18n/i18n.ts';
export { formatAgo, formatDay, formatExact, formatTime, setClock, startOfDay, useNow } from './i18n/time.ts';

export { Avatar, AvatarStack, initialsOf, type AvatarProps } from './components/Avatar.tsx';
export { Badge, Chip, type Tone } from './components/Badge.tsx';
export { Button, type ButtonProps } from './components/Button.tsx';
export { Choice, Switch, type ChoiceOption } from './components/Choice.tsx';
export { classNames } from './components/class-names.ts';
export { common_messages } from './components/common.messages.ts';
export { ConfirmDialog, type ConfirmDialogProps } from './components/ConfirmDialog.tsx';
export { Dialog, useCloseDialog, type DialogProps } from './components/Dialog.tsx';
export { EmptyState } from './components/EmptyState.tsx';
export { ErrorBoundary } from './components/ErrorBoundary.tsx';
export { Field, FormError, type FieldControl } from './components/Field.tsx';
export { IconButton, type IconButtonProps } from './components/IconButton.tsx';
export { Input, Select, TextArea } from './components/Input.tsx';
export { Kbd } from './components/Kbd.tsx';
export { LaterItems } from './components/LaterItems.tsx';
export { TimeDialog } from './components/TimeDialog.tsx';
export { ListRow } from './components/ListRow.tsx';
export { Menu, MenuItem, MenuLabel, MenuSeparator, SubMenu } from './components/Menu.tsx';
export { PanelFrame } from './components/PanelFrame.tsx';
export { Popover, PopoverClose } from './components/Popover.tsx';
export { Skeleton } from './components/Skeleton.tsx';
export { Spinner } from './components/Spinner.tsx';
export { useSubmit } from './components/useSubmit.ts';
export { Tooltip } from './components/Tooltip.tsx';
export { BarePage } from './shell/BarePage.tsx';
export { NotFound } from './shell/NotFound.tsx';
export { Logo } from './shell/Logo.tsx';
export { frameStore } from './shell/frame.state.ts';
export { matchesText } from './shell/palette/commands.tsx';
export { openPalette } from './shell/palette/open-palette.tsx';
export { openSettings } from './shell/settings/open-settings.tsx';
export { openShortcutSheet } from './shell/open-shortcut-sheet.tsx';
export { SettingsSection } from './shell/settings/SettingsSection.tsx';
export { enterSession } from './state/session.ts';
export { startPage } from './shell/start.tsx';
