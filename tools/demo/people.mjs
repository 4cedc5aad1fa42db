// Who works at Fjordline, a freight company that exists only here. `look` is how tools/demo/portraits.mjs draws them.
export const PASSWORD = 'Muster-Demo-1';
export const ADMIN = { email: 'admin@fjordline.example', password: PASSWORD };

const person = (username, first_name, last_name, position, look, rest = {}) => ({ username, first_name, last_name, position, look, email: `${username}@fjordline.example`, ...rest });

export const PEOPLE = [
  person('leonard', 'Leonard', 'Riley', 'Site reliability lead', { skin: '#e8b796', hair: '#5b3a21', cut: 'short', shirt: '#2f5bea', back: '#cfd9f7', beard: true }, { status: 'online', says: { emoji: 'pager', text: 'On call until Friday' } }),
  person('amara', 'Amara', 'Nuñes', 'Backend engineer', { skin: '#8d5a3b', hair: '#221711', cut: 'curls', shirt: '#d9772b', back: '#fbe3cb' }, { status: 'online', says: { emoji: 'mag', text: 'Reading gateway traces' } }),
  person('john', 'John', 'Vu', 'Platform engineer', { skin: '#f0c8a0', hair: '#16130f', cut: 'side', shirt: '#1a8a5a', back: '#d3efe1', glasses: true }, { status: 'online' }),
  person('elena', 'Elena', 'Petrova', 'Incident manager', { skin: '#f4d3bd', hair: '#b7793a', cut: 'long', shirt: '#8b3fb0', back: '#eadcf3' }, { status: 'online', says: { emoji: 'rotating_light', text: 'Running inc-042' } }),
  person('hilda', 'Hilda', 'Stein', 'Customer support', { skin: '#f6d9c6', hair: '#c9c4bd', cut: 'bun', shirt: '#bb3b57', back: '#f7d6de', glasses: true }, { status: 'online' }),
  person('steve', 'Steve', 'Okafor', 'Mobile engineer', { skin: '#5d3a26', hair: '#15100c', cut: 'bald', shirt: '#e0a526', back: '#fbf0cf', beard: true }, { status: 'away' }),
  person('sofia', 'Sofia', 'Karlsson', 'Database engineer', { skin: '#f7dccb', hair: '#e3c274', cut: 'bob', shirt: '#156f8a', back: '#d0e9f0' }, { status: 'online', says: { emoji: 'floppy_disk', text: 'Vacuuming, politely' } }),
  person('priya', 'Priya', 'Raman', 'Security engineer', { skin: '#b07a52', hair: '#1c120d', cut: 'long', shirt: '#384252', back: '#dde1e8', glasses: true }, { status: 'dnd', says: { emoji: 'lock', text: 'Access review, back at 15:00' } }),
  person('tomas', 'Tomás', 'Herrera', 'Web engineer', { skin: '#d9a679', hair: '#3a2415', cut: 'waves', shirt: '#4a8f29', back: '#e0f0d6' }, { status: 'online' }),
  person('yuki', 'Yuki', 'Tanaka', 'Data engineer', { skin: '#f3d0ae', hair: '#241a1e', cut: 'bob', shirt: '#e26d8f', back: '#fbe0e8' }, { status: 'away', says: { emoji: 'airplane', text: 'Travelling to Rotterdam' } }),
  person('grace', 'Grace', 'Mbeki', 'Product manager', { skin: '#6f4630', hair: '#1a120d', cut: 'bun', shirt: '#c9a227', back: '#f6edcc' }, { status: 'online' }),
  person('daniel', 'Daniel', 'Weiss', 'Network engineer', { skin: '#efc4a4', hair: '#8a8580', cut: 'short', shirt: '#57606f', back: '#e3e6ea', beard: true, glasses: true }, { status: 'offline', says: { emoji: 'palm_tree', text: 'On holiday until Monday' } }),
];

/** Bots: machines with an account of their own. */
export const BOTS = [
  { username: 'deploybot', display_name: 'Deploy', description: 'Rolls releases out and back.', look: { sign: 'M128 70 196 178H60z', from: '#3ecf8e', to: '#12805c' } },
  { username: 'handover', display_name: 'Hand-over', description: 'Says every morning what the night was like.', look: { sign: 'M148 62a68 68 0 1 0 46 108 62 62 0 0 1-46-108z', from: '#7d9cff', to: '#2f3f8f' } },
];

/** Drawn by tools/demo/pictures.mjs. */
export const EMOJI = ['fjordline', 'shipped', 'allgreen', 'coffee-needed'];
