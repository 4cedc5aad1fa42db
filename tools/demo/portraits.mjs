import sharp from 'sharp';

const SIZE = 256;

// Hair behind the head, then over it, for each cut. The head is an ellipse around (128, 112).
const CUTS = {
  short: ['', 'M74 104c-2-44 24-66 56-66s56 22 52 64c-8-18-16-28-26-34-22 8-50 8-66 0-8 8-14 18-16 36z'],
  side: ['', 'M72 108c-6-50 28-74 62-72 34 2 56 28 50 70-6-22-16-34-30-40-24 14-54 16-70 8-6 8-10 18-12 34z'],
  waves: ['', 'M70 110c-10-30 0-60 24-70 8-14 38-16 50-4 26 0 44 26 40 58 4 6 2 14-2 18-4-20-12-34-24-42-20 12-52 14-70 4-8 8-14 20-18 36z'],
  bald: ['', ''],
  long: ['M66 214c-10-40-12-92-2-122 8-36 34-56 66-56s58 22 64 56c8 34 8 82-4 122z', 'M74 110c0-42 24-66 56-66s52 22 54 62c-22-6-40-20-50-34-10 18-34 32-60 38z'],
  bob: ['M62 158c-6-30-6-62 4-84 12-26 36-38 62-38s52 14 62 40c8 24 8 54 0 82z', 'M76 112c-2-40 20-62 54-62s54 20 54 58c-34-2-60-12-74-28-6 16-18 26-34 32z'],
  bun: ['M128 14a26 26 0 1 1 0 52 26 26 0 0 1 0-52z', 'M74 106c-2-42 24-64 56-64s54 20 54 62c-12-24-32-34-54-34s-46 10-56 36z'],
  curls: ['M60 130c-16-14-16-40 0-52-4-26 22-46 44-40 14-14 40-12 50 2 24-4 44 18 38 42 14 14 12 38-4 48z', 'M76 104c4-30 26-46 54-46s48 16 50 44c-14-16-30-24-50-24s-40 10-54 26z'],
};

/** A person's picture as PNG. */
export async function portrait({ skin, hair, cut, shirt, back, beard, glasses }) {
  const [behind, over] = CUTS[cut];
  return draw(`
    <rect width="256" height="256" fill="${back}"/>
    <path d="${behind}" fill="${hair}"/>
    <path d="M24 268c4-54 44-76 104-76s100 22 104 76z" fill="${shirt}"/>
    <path d="M104 150h48v40c0 16-48 16-48 0z" fill="${skin}"/><path d="M104 164c12 14 36 14 48 0v10c-12 14-36 14-48 0z" fill="#00000022"/>
    <ellipse cx="128" cy="112" rx="54" ry="62" fill="${skin}"/>
    ${beard ? `<path d="M76 122c2 40 24 58 52 58s50-18 52-58c-8 14-20 18-30 16-12-8-32-8-44 0-10 2-22-2-30-16z" fill="${hair}"/>` : ''}
    <path d="${over}" fill="${hair}"/>
    <g fill="#2a2320"><circle cx="108" cy="112" r="5.5"/><circle cx="148" cy="112" r="5.5"/></g>
    <path d="M112 ${beard ? 148 : 144}c10 9 22 9 32 0" stroke="${beard ? '#f6e9e0' : '#00000066'}" stroke-width="5" stroke-linecap="round" fill="none"/>
    ${glasses ? '<g fill="#ffffff33" stroke="#2a2f3a" stroke-width="4.5"><circle cx="107" cy="113" r="18"/><circle cx="149" cy="113" r="18"/><path d="M125 111c2-3 4-3 6 0" fill="none"/></g>' : ''}`);
}

/** A machine's picture: a sign on a gradient. */
export async function badge({ sign, from, to }) {
  return draw(`<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
    <rect width="256" height="256" fill="url(#g)"/><path d="${sign}" fill="#fff" stroke="#fff" stroke-width="10" stroke-linejoin="round"/>`);
}

function draw(body) {
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256" width="${SIZE}" height="${SIZE}">${body}</svg>`)).png().toBuffer();
}
