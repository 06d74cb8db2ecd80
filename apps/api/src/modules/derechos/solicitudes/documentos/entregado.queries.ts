import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { createDataKey, unwrapDataKey } from '../../../captura/index.ts'
import { inflate, readZip } from '../../../../shared/archivos/unzip.ts'
import { decrypt, encrypt } from '../../../../shared/criptografia/cifrado.ts'
import type { Llavero } from '../../../../shared/criptografia/llavero.ts'
import type { Archivo } from '../../../programa/expedientes/index.ts'
import { readSuprimida } from '../derechos.queries.ts'
import { PruebaDerecho } from '../prueba-derecho.entity.ts'
import type { SolicitudDerecho } from '../solicitud-derecho.entity.ts'
import { placeOf } from './documentos.queries.ts'

const CAMBIAN = ['medio', 'kid', 'envuelta', 'cifrada', 'recibida_en']

/** Keeps the file of her data as it is handed over; the next one takes its place until the acceso is effective. */
export async function keepEntregado(
  tx: EntityManager,
  llavero: Llavero,
  { solicitudId, contenido, recibidaEn }: { solicitudId: string; contenido: Buffer; recibidaEn: Date },
): Promise<void> {
  const row = { id: randomUUID(), solicitudId, clase: 'datos' as const }
  const { key, kid, envuelta } = createDataKey(llavero, placeOf(row))
  await tx
    .createQueryBuilder()
    .insert()
    .into(PruebaDerecho)
    .values({
      ...row,
      ...{ hecho: null, nombre: 'Datos entregados', exhibido: null, medio: 'application/zip', bytes: null, deLaPersona: false },
      ...{ kid, envuelta, cifrada: encrypt(key, contenido, placeOf(row)), recibidaEn },
    })
    .orUpdate(CAMBIAN, ['solicitud_id'], { indexPredicate: `clase = 'datos'` })
    .execute()
}

const MOST = 256 * 1024 * 1024

/** The files that were handed over, for the expediente; none where her data are blocked or were suppressed. */
export async function readEntregado(
  tx: EntityManager,
  llavero: Llavero,
  { id, folio, candidaturaId }: Pick<SolicitudDerecho, 'id' | 'folio' | 'candidaturaId'>,
): Promise<Archivo[]> {
  if ((await readSuprimida(tx, candidaturaId)) !== null) return []
  const row = await tx.findOneBy(PruebaDerecho, { solicitudId: id, clase: 'datos' })
  if (!row) return []
  const zip = decrypt(unwrapDataKey(llavero, placeOf(row), row), row.cifrada, placeOf(row))
  const left = { bytes: MOST }
  const archivos: Archivo[] = []
  for (const [ruta, entry] of readZip(zip, MOST)) {
    const pieces: Buffer[] = []
    for await (const piece of inflate(zip, entry, left)) pieces.push(piece)
    archivos.push({
      ruta: `datos-entregados/${ruta}`,
      titulo: `Datos entregados, ${folio}: ${ruta}`,
      entregables: [],
      contenido: Buffer.concat(pieces),
    })
  }
  return archivos
}
