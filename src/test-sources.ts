import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The folder of the project. */
export const repository = join(import.meta.dirname, '..');

/** A file of the project, as its tests read it. */
export interface SourceFile {
  /** From the repository's root, with forward slashes: `src/graph/client.ts`. */
  readonly path: string;
  readonly text: string;
  /** What it imports, types included: paths as above for our own files, names for packages. */
  readonly imports: readonly string[];
}

const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/** Reads the TypeScript files below a folder. @param folder from the repository's root */
export function readSources(folder: string): SourceFile[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const text = readFileSync(file, 'utf8');
      const imports = [...text.matchAll(importPattern)].map(([, target = '']) =>
        target.startsWith('.') ? pathOf(join(dirname(file), target)) : target,
      );
      return { path: pathOf(file), text, imports };
    });
}

function pathOf(file: string): string {
  return relative(repository, file).replaceAll('\\', '/');
}

/** The app's files, tests included. */
export const sources = readSources('src');

/** Whether a file is a test, or serves tests alone. */
export const isTest = ({ path }: SourceFile) => /\.test\.tsx?$|(^|\/)test-[^/]+$/.test(path);
/** The app's files without tests. */
export const product = sources.filter((source) => !isTest(source));

/** Where a file stands: its folder below src, or the name of a file that stands in src itself. Each page is a room. */
export function storeyOf(path: string): string {
  const [, storey = '', room = ''] = path.split('/');
  return storey === 'pages' ? `pages/${room}` : storey;
}

/** The paths of the files whose text has the pattern. */
export function offenders(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
}
