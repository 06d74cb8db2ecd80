import { inflate, readZip, ZipError, type Allowance } from '../../archivos/unzip.ts'
import { packZip, type ZipEntry } from '../../archivos/zip.ts'
import { noneRefreshed, readProperties, refreshFields, writeProperties, type FieldsRefreshed } from './refresh.ts'
import { unescaped } from '../xml-tokens.ts'
import { picturesOf } from './pictures.ts'

export interface DocxRefreshed extends FieldsRefreshed {
  bytes: Buffer
  /** Values that no field of the document shows. */
  absent: Set<string>
}

const MAX_INFLATED = 128 * 1024 * 1024
/** A part that is read as text: an informe of a state takes 4 MB. */
const MAX_PART = 24 * 1024 * 1024
const PROPERTIES = 'docProps/custom.xml'
const SHOWN = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/

/**
 * A Word document with the values of its fields replaced, and its charts by those of `fresh`; every other part is handed on as it is. `judge` sees its properties before
 * anything is done and throws to refuse. `external`: address that it would fetch when it is opened, apart from links that people follow.
 */
export async function refreshDocx(
  archive: Buffer,
  after: ReadonlyMap<string, string>,
  { judge, fresh }: { judge: (properties: ReadonlyMap<string, string>) => void; fresh: Buffer },
): Promise<DocxRefreshed | { external: string }> {
  const parts = await readParts(archive)
  const external = parts.flatMap(({ ruta, contenido }) => (ruta.endsWith('.rels') ? externalOf(textOf(contenido)) : []))
  if (external[0] !== undefined) return { external: external[0] }
  const custom = parts.find(({ ruta }) => ruta === PROPERTIES)
  const before = custom ? readProperties(textOf(custom.contenido)) : new Map<string, string>()
  judge(before)
  const told = noneRefreshed()
  const written = parts.map(({ ruta, contenido }) => {
    if (SHOWN.test(ruta)) return { ruta, contenido: Buffer.from(refreshFields(textOf(contenido), { before, after }, told)) }
    return { ruta, contenido }
  })
  const charts = await chartsOf(fresh, parts)
  // A field that somebody wrote over keeps its old value too: otherwise the next run would write over her text.
  const kept = new Map([...after].filter(([name]) => !told.byHand.has(name)))
  const replaced = written.map((part) => ({ ...part, contenido: charts.get(part.ruta) ?? part.contenido }))
  const bytes = await packZip(replaced.map((part) => (part.ruta === PROPERTIES ? { ...part, contenido: Buffer.from(writeProperties(textOf(part.contenido), kept)) } : part))) // prettier-ignore
  const seen = new Set([...told.refreshed, ...told.same, ...told.byHand])
  return { ...told, bytes, absent: new Set([...after.keys()].filter((name) => !seen.has(name) && !before.has(name))) }
}

/** Charts of `fresh` by the path that those of the same name have in a document; office programs name the files otherwise. */
async function chartsOf(fresh: Buffer, parts: readonly ZipEntry[]): Promise<Map<string, Buffer>> {
  const drawn = await readParts(fresh)
  const bytesOf = (all: readonly ZipEntry[]) => (ruta: string) => all.find((part) => part.ruta === ruta)?.contenido ?? Buffer.alloc(0)
  const known = picturesOf((ruta) => textOf(bytesOf(parts)(ruta)))
  const now = picturesOf((ruta) => textOf(bytesOf(drawn)(ruta)))
  return new Map([...known].flatMap(([name, ruta]): [string, Buffer][] => {
    const path = now.get(name)
    return path === undefined ? [] : [[ruta, bytesOf(drawn)(path)]]
  })) // prettier-ignore
}

async function readParts(archive: Buffer): Promise<ZipEntry[]> {
  const left: Allowance = { bytes: MAX_INFLATED }
  const parts: ZipEntry[] = []
  for (const [ruta, entry] of readZip(archive, MAX_INFLATED)) {
    if (ruta.endsWith('/')) continue
    const pieces: Buffer[] = []
    for await (const piece of inflate(archive, entry, left)) pieces.push(piece)
    parts.push({ ruta, contenido: Buffer.concat(pieces) })
  }
  return parts
}

/** UTF-8, as every program writes these parts: a part that would not come back the same is not touched. */
function textOf(contenido: Buffer): string {
  const text = contenido.toString('utf8')
  if (contenido.length > MAX_PART || !Buffer.from(text).equals(contenido)) throw new ZipError('ilegible')
  return text
}

/** Targets outside the file, but for links that a reader follows by hand. */
function externalOf(rels: string): string[] {
  return [...rels.matchAll(/<Relationship\s[^<>]*>/g)].flatMap(([tag]) => {
    const outside = /\sTargetMode\s*=\s*["']External["']/i.test(tag) && !/\sType\s*=\s*["'][^"']*\/hyperlink["']/.test(tag)
    return outside ? [unescaped(/\sTarget\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? 'sin nombre')] : []
  })
}
