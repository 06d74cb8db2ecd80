import type { CuentaNombrada } from '../../acceso/index.ts'
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

/** The signed index: it comes after everything that it names. */
export const INDICE = 'indice.json'

interface Sellar {
  indice: Omit<Indice, 'archivos'>
  firma: Secretos['firma']
  made: Sellado
  /** Accounts of its acts, for the page that people read. */
  personas?: readonly CuentaNombrada[]
}

/** Each file, then the pages for people and the list of hashes, then the index of all and its signature. */
export async function* sealedEntries(
  archivos: AsyncIterable<Archivo>,
  { indice, firma, made, personas = [] }: Sellar,
): AsyncGenerator<ZipEntry> {
  function add({ contenido, ...archivo }: Archivo): ZipEntry {
    made.archivos.push(toArchivo(archivo, contenido))
    return { ruta: archivo.ruta, contenido }
  }
  for await (const archivo of archivos) yield add(archivo)
  const own = (ruta: string, titulo: string, text: string) => add({ ruta, titulo, entregables: [], contenido: Buffer.from(text) })
  yield own('COMPROBAR.txt', 'Cómo se comprueba este expediente', COMPROBAR)
  yield own('indice.html', 'Índice para leer', toPagina({ ...indice, archivos: [...made.archivos] }, personas))
  yield own(
    'SHA256SUMS',
    'Huellas, para comprobarlas con sha256sum',
    made.archivos.map(({ ruta, sha256: hash }) => `${hash}  ${ruta}\n`).join(''),
  )
  const sealed = sealIndice({ ...indice, archivos: made.archivos }, firma)
  made.sha256 = sha256(sealed.indice)
  yield { ruta: INDICE, contenido: sealed.indice }
  yield { ruta: 'firma.json', contenido: sealed.firma }
}

/** For people who have no program of ours: every system has these. */
const COMPROBAR = `CÓMO SE COMPRUEBA ESTE EXPEDIENTE

Abra una terminal en esta carpeta, ya descomprimida.

1. Que ningún archivo cambió (Linux y macOS):

     sha256sum -c SHA256SUMS

   En macOS, si falta ese programa: shasum -a 256 -c SHA256SUMS
   Cada archivo debe decir «OK» o «La suma coincide».
   En Windows, la huella de un archivo: certutil -hashfile expediente.pdf SHA256
   Compárela con la que dice SHA256SUMS.

2. Que el Instituto firmó el índice, que también dice todas las huellas (indice.json):

     sed 's/.*"spki":"\\([^"]*\\)".*/\\1/' firma.json | base64 -d > llave.der
     sed 's/.*"firma":"\\([^"]*\\)".*/\\1/' firma.json | base64 -d > firma.bin
     openssl pkeyutl -verify -pubin -keyform DER -inkey llave.der -rawin -in indice.json -sigfile firma.bin

   Debe decir «Signature Verified Successfully».
   La llave es del Instituto si la que firma.json dice en «spki» es una de las que
   el Instituto publica en su página, en /api/v1/publico/llaves, como «llave».

Los acuses se comprueban por su folio en la misma página, en /acuses.
`
