import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const from = (path: string): string => fileURLToPath(new URL(`./client/${path}`, import.meta.url))

/** The files the browser loads beside the page, by their names. */
export type Files = ReadonlyMap<string, string>

/** Puts script and style together, in memory; throws where the source is broken. */
export async function bundle(): Promise<Files> {
  const { outputFiles } = await build({
    entryPoints: [from('main.tsx'), from('theme-first.ts'), from('styles/main.css')],
    entryNames: '[name]',
    outdir: 'out',
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
  })
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[/\\]/, ''), text]))
}
