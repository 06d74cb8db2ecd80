import { In, type EntityManager } from 'typeorm'
import { documentoPiece, findDocumentos } from '../../registro/index.ts'
import { canonical } from '../../../shared/criptografia/canonical.ts'
import { pathPart, type Piece } from '../../../shared/pieces.ts'
import { findSesionesOf } from './agenda.queries.ts'
import { Celebracion } from './celebracion.entity.ts'
import { Sesion } from './sesion.entity.ts'

/** Each sesión on whose agenda these entregables were: its record, its papers and its acta. */
export async function sesionesPieces(tx: EntityManager, entregables: readonly string[]): Promise<Piece[]> {
  const ids = await findSesionesOf(tx, entregables)
  const sesiones = await tx.find(Sesion, { where: { id: In(ids) }, order: { fecha: 'ASC', id: 'ASC' } })
  const celebraciones = await tx.find(Celebracion, { where: { sesion: In(ids) }, order: { numero: 'ASC' } })
  const pieces: Piece[] = []
  for (const sesion of sesiones) {
    pieces.push(
      ...(await piecesOf(
        tx,
        sesion,
        celebraciones.filter((each) => each.sesion === sesion.id),
      )),
    )
  }
  return pieces
}

async function piecesOf(tx: EntityManager, sesion: Sesion, celebraciones: Celebracion[]): Promise<Piece[]> {
  const { id, organo, fecha, puntos, convocatoria, actaId } = sesion
  const carpeta = `sesiones/${fecha}-${pathPart(organo)}-${id.slice(0, 8)}`
  const entregables = puntos.flatMap(({ entregable }) => entregable ?? [])
  const papeles = await findDocumentos(tx, [...(convocatoria?.documentos ?? []), ...puntos.flatMap(({ documentos }) => documentos)])
  const [acta] = (await findDocumentos(tx, [actaId])).values()
  const received = (ruta: string, titulo: string) => ({ ruta: `${carpeta}/${ruta}`, titulo, entregables })
  return [
    {
      ruta: `${carpeta}/sesion.json`,
      titulo: `Sesión del ${fecha}: su orden del día y lo que se votó`,
      entregables,
      objeto: { tipo: 'sesion', id },
      read: () => Promise.resolve(Buffer.from(canonical(JSON.parse(JSON.stringify({ ...sesion, celebraciones }))))),
    },
    ...[...papeles.values()].map((each, at) =>
      documentoPiece(each, received(`documento-${String(at + 1).padStart(2, '0')}`, `Documento ${at + 1} de la sesión del ${fecha}`)),
    ),
    ...(acta ? [documentoPiece(acta, received('acta', `Acta de la sesión del ${fecha}`))] : []),
  ]
}
