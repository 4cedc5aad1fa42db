import type { TestProject } from 'vitest/node';
import { findBrowser } from './find-browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The program of the browser. */
    readonly browser_program: string;
  }
}

/** Finds a browser, or fetches one, before the first test needs it. */
export default async function setup(project: TestProject): Promise<void> {
  project.provide('browser_program', await findBrowser());
}
