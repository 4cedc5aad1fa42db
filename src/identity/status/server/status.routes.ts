import type { Routes } from '#kernel/server/index.ts';

export const routes: Routes = {};
