import { sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Secretos } from '../../../shared/criptografia/secretos.ts'
import type { ZipEntry } from '../../../shared/archivos/zip.ts'
import { sealIndice, toArchivo, type ArchivoIndice, type Indice } from './indice.ts'
import { toPagina } from './pagina.ts'

/** One file to be sealed. */
export interface Archivo extends Pick<ArchivoIndice, 'ruta' | 'titulo' | 'entregables'> {
  contenido: Buffer
}

/** Sealed content, once everything was handed out. */
export interface Sellado {
  archivos: ArchivoIndice[]
  /** SHA-256 of the signed index. */
  sha256: string
}

/** Each file, then the page for people, then the index of all and its signature. */
export async function* sealedEntries(
  archivos: AsyncIterable<Archivo>,
  { indice, firma, made }: { indice: Omit<Indice, 'archivos'>; firma: Secretos['firma']; made: Sellado },
): AsyncGenerator<ZipEntry> {
  for await (const { contenido, ...archivo } of archivos) {
    made.archivos.push(toArchivo(archivo, contenido))
    yield { ruta: archivo.ruta, contenido }
  }
  const pagina = Buffer.from(toPagina({ ...indice, archivos: [...made.archivos] }))
  made.archivos.push(toArchivo({ ruta: 'indice.html', titulo: 'Índice para leer', entregables: [] }, pagina))
  yield { ruta: 'indice.html', contenido: pagina }
  const sealed = sealIndice({ ...indice, archivos: made.archivos }, firma)
  made.sha256 = sha256(sealed.indice)
  yield { ruta: 'indice.json', contenido: sealed.indice }
  yield { ruta: 'firma.json', contenido: sealed.firma }
}
