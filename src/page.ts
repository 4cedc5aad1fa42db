import { askAhead } from '#kernel/web/ahead.ts';

// The page's entry: first what needs the network, then the code, which takes a while to be read.
askAhead();
void import('./web.tsx');
