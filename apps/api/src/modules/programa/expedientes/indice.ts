import { createHash, sign } from 'node:crypto'
import type { EntregableDetailDto } from '../actividades/index.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Secretos } from '../../../shared/criptografia/secretos.ts'

/** One act of the bitácora as it is chained: the hash is that of the one before followed by the content. */
export interface ActoEncadenado {
  n: number
  contenido: string
  anterior: string
  hash: string
}

export interface AcuseGuardado {
  folio: string
  acto: string
  sha256: string
  recibidoEn: string
  firma: string
  llave: string
}

export interface ArchivoIndice {
  ruta: string
  titulo: string
  entregables: string[]
  bytes: number
  sha256: string
}

/** Signed index of an expediente: it binds everything else in it by hash. */
export interface Indice {
  formato: 'expediente-1'
  instituto: { siglas: string; nombre: string }
  proceso: { clave: string; nombre: string; simulacro: boolean; zona: string }
  /** Clave of the one entregable, or the other object that it is about; null for the whole programme. */
  alcance: string | null
  firmadoEn: string
  entregables: EntregableDetailDto[]
  bitacora: ActoEncadenado[]
  acuses: AcuseGuardado[]
  archivos: ArchivoIndice[]
}

export function toArchivo(
  { ruta, titulo, entregables }: Pick<ArchivoIndice, 'ruta' | 'titulo' | 'entregables'>,
  contenido: Buffer,
): ArchivoIndice {
  return { ruta, titulo, entregables, bytes: contenido.length, sha256: createHash('sha256').update(contenido).digest('hex') }
}

/** The delay of an open duty depends on the day of the question; only fulfilments are facts. */
export function asFacts(detail: EntregableDetailDto): EntregableDetailDto {
  return {
    ...detail,
    hitos: detail.hitos.map((hito) => ({ ...hito, retrasoMinutos: hito.cumplimiento ? hito.retrasoMinutos : null })),
  }
}

/** The index in canonical form, byte for byte as it was signed, and its signature. */
export function sealIndice(indice: Indice, { id, privateKey, spki }: Secretos['firma']): { indice: Buffer; firma: Buffer } {
  const text = canonical(indice)
  const firma = sign(null, Buffer.from(text), privateKey).toString('base64')
  return {
    indice: Buffer.from(text),
    firma: Buffer.from(canonical({ algoritmo: 'Ed25519', llave: id, spki, sha256: sha256(text), firma })),
  }
}
