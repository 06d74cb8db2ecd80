import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** `npm test` finds it. */
const SOFFICE = process.env['SOFFICE'] ?? 'soffice'

const FONTS = 'fc-match'

/** Version of the office program, and the typeface that it takes for another; null where it is not installed. */
export function officeOf(font: string): string | null {
  const said = (program: string, argument: string) =>
    execFileSync(program, [argument], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim()
  try {
    return `${said(SOFFICE, '--version')}\n${said(FONTS, font)}\n`
  } catch {
    return null
  }
}

/** Opens a file of ours in LibreOffice and saves it in a format of its own writing. */
export function saveAgain(bytes: Buffer, from: 'xlsx' | 'docx', to: 'xlsx' | 'docx' | 'pdf' | 'txt:Text (encoded):UTF8'): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'conoceles-oficina-'))
  try {
    writeFileSync(join(folder, `given.${from}`), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const out = join(folder, 'out')
    execFileSync(SOFFICE, [profile, '--headless', '--convert-to', to, '--outdir', out, join(folder, `given.${from}`)], { stdio: 'pipe' })
    return readFileSync(join(out, `given.${to.split(':')[0]}`))
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT' || (error as { syscall?: string }).syscall === 'open') throw error
    throw new Error("The tests of documents need LibreOffice: install Debian's packages `libreoffice-calc` and `libreoffice-writer`.")
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
