import { In, type EntityManager } from 'typeorm'
import { conArticulo, numerosDelDia, sesionEnPalabras } from '@conoceles/domain'
import { findImpresos } from '../../bitacora/index.ts'
import { documentoPiece, findDocumentos, type DocumentoDto } from '../../registro/index.ts'
import type { Proceso } from '../../proceso/index.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { porTandas, type PorImprimir } from '../../../shared/documentos/por-tandas.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { pathPart, type Contributor, type Piece } from '../../../shared/pieces.ts'
import { findSesionesOf } from './agenda.queries.ts'
import { listVersiones } from './aprobados.queries.ts'
import { Celebracion } from './celebracion.entity.ts'
import type { HojasSesionService } from './hojas.service.ts'
import { organoDe } from './integrantes/organos.ts'
import type { PapelEnlistado } from './papeles/caratula.ts'
import type { papelDeSesion } from './papeles/comun.ts'
import { Sesion } from './sesion.entity.ts'
import { HOJAS_SESION, type HojaSesion } from './sesiones-actos.dto.ts'

interface Parts {
  hojas: HojasSesionService
  documentos: Documentos
}

/** Each sesión on whose agenda these entregables were: its record, its papers and its acta. */
export function sesionesPieces(parts: Parts): Contributor {
  return async (tx: EntityManager, entregables: readonly string[]) => {
    const ids = await findSesionesOf(tx, entregables)
    const sesiones = await tx.find(Sesion, { where: { id: In(ids) }, order: { fecha: 'ASC', id: 'ASC' } })
    const pieces: Piece[] = []
    const papeles: PorImprimir[] = []
    for (const sesion of sesiones) {
      const carpeta = `sesiones/${sesion.fecha}-${pathPart(sesion.organo)}-${sesion.id.slice(0, 8)}/`
      pieces.push(...(await keptPieces(tx, sesion, { ...parts, carpeta })))
      papeles.push(...(await papelesDe(tx, sesion, { ...parts, carpeta, formatos: ['pdf'], notadas: false })))
    }
    return [...pieces, ...porTandas(parts.documentos, papeles)]
  }
}

export interface SesionReunida {
  /** "Segunda Sesión Ordinaria de 2024 de la Comisión". */
  nombre: string
  entregables: string[]
  pieces: Piece[]
}

/** One sesión whole: its papers to sign and to edit, what it received, and each document in the version that it voted. */
export function sesionReunida(parts: Parts): (tx: EntityManager, proceso: Proceso, id: string) => Promise<SesionReunida> {
  return async (tx, proceso, id) => {
    const sesion = await tx.findOneBy(Sesion, { id })
    const organo = sesion && organoDe(proceso, sesion.organo)
    if (!sesion || !organo) throw new AppError('ruta.no_existe')
    const papeles = await papelesDe(tx, sesion, { ...parts, carpeta: '', formatos: ['pdf', 'docx'], notadas: true })
    const breve = { nombre: organo.breve ?? organo.nombre, ...(organo.articulo && { articulo: organo.articulo }) }
    const pieces = [
      ...(await keptPieces(tx, sesion, { ...parts, carpeta: '' })),
      ...porTandas(parts.documentos, papeles),
      ...(await votedPieces(tx, sesion)),
    ]
    return {
      nombre: `${sesionEnPalabras(sesion)} de ${sesion.anio} ${conArticulo(breve, 'de')}`,
      entregables: entregablesOf(sesion),
      pieces: [caratulaPiece(sesion, pieces, parts), ...pieces],
    }
  }
}

/** Heads the file. It is written when its turn comes, from the bytes of all others. */
function caratulaPiece(sesion: Sesion, pieces: readonly Piece[], { hojas, documentos }: Parts): Piece {
  return {
    ruta: '0-caratula.pdf',
    titulo: `Carátula de la sesión del ${sesion.fecha}`,
    entregables: entregablesOf(sesion),
    objeto: null,
    read: async (inTx) => {
      const papel = await inTx((tx) => hojas.papelDe(tx, sesion))
      const papeles: PapelEnlistado[] = []
      for (const piece of pieces.filter(({ ruta }) => ruta !== 'sesion.json').toSorted((one, other) => (one.ruta < other.ruta ? -1 : 1))) {
        const archivo = { nombre: piece.ruta, sha256: sha256(await piece.read(inTx)) }
        const same = papeles.find(({ hoja }) => hoja !== null && hoja === piece.impresa?.hoja)
        if (same) same.archivos.push(archivo)
        else papeles.push({ hoja: piece.impresa?.hoja ?? null, titulo: tituloDe(piece, papel), firma: firmaDe(piece), archivos: [archivo] })
      }
      return documentos.pdf(await inTx((tx) => hojas.caratula(tx, sesion.id, papeles)))
    },
  }
}

function tituloDe({ impresa, titulo }: Piece, papel: Papel): string {
  const hoja = HOJAS_SESION.find((each) => each === impresa?.hoja)
  return hoja === undefined ? titulo : nombreDeHoja(hoja, papel)
}

function firmaDe({ impresa, ruta }: Piece): PapelEnlistado['firma'] {
  if (impresa || ruta.includes('-agregada-sin-firma')) return 'sin_firma'
  return /^(?:acta|minuta)-firmada/u.test(ruta) ? 'firmado' : 'recibido'
}

function entregablesOf({ puntos }: Sesion): string[] {
  return [...new Set(puntos.flatMap(({ entregable }) => entregable ?? []))]
}

/** Its record and what it received. */
async function keptPieces(tx: EntityManager, sesion: Sesion, { hojas, carpeta }: Pick<Making, 'hojas' | 'carpeta'>): Promise<Piece[]> {
  const { id, fecha, puntos, convocatoria, actaId } = sesion
  const papel = await hojas.papelDe(tx, sesion)
  const entregables = entregablesOf(sesion)
  const celebraciones = await tx.find(Celebracion, { where: { sesion: id }, order: { numero: 'ASC' } })
  const papeles = await findDocumentos(tx, [...(convocatoria?.documentos ?? []), ...puntos.flatMap(({ documentos }) => documentos)])
  const [acta] = (await findDocumentos(tx, [actaId])).values()
  const received = (ruta: string, titulo: string) => ({ ruta: `${carpeta}${ruta}`, titulo, entregables })
  return [
    {
      ruta: `${carpeta}sesion.json`,
      titulo: `Sesión del ${fecha}: su orden del día y lo que se votó`,
      entregables,
      objeto: { tipo: 'sesion', id },
      read: () => Promise.resolve(Buffer.from(canonical(JSON.parse(JSON.stringify({ ...sesion, celebraciones }))))),
    },
    ...[...papeles.values()].map((each, at) =>
      documentoPiece(each, received(`documento-${String(at + 1).padStart(2, '0')}`, `Documento ${at + 1} de la sesión del ${fecha}`)),
    ),
    ...(acta ? [documentoPiece(acta, received(...(await actaNombrada(tx, sesion, { acta, papel }))))] : []),
  ]
}

/** Path and title of the acta that was given; a file just as the system printed it has no signature. */
async function actaNombrada(
  tx: EntityManager,
  { id, fecha }: Sesion,
  { acta: { sha256 }, papel }: { acta: DocumentoDto; papel: Papel },
): Promise<[ruta: string, titulo: string]> {
  const impresos = await findImpresos(tx, { acto: 'sesion.impresa', objeto: id, hashes: [sha256] })
  return impresos.has(sha256)
    ? [`${papel}-agregada-sin-firma`, `${PAPELES[papel]} que se agregó de la sesión del ${fecha}: la que imprimió el sistema, sin firma`]
    : [`${papel}-firmada`, `${PAPELES[papel]} firmada de la sesión del ${fecha}`]
}

type Papel = ReturnType<typeof papelDeSesion>
const PAPELES: Record<Papel, string> = { acta: 'Acta', minuta: 'Minuta' }

function nombreDeHoja(hoja: HojaSesion, papel: Papel): string {
  return hoja === 'acta' ? PAPELES[papel] : TITULOS[hoja]
}

const TITULOS: Record<Exclude<HojaSesion, 'acta'>, string> = {
  convocatoria: 'Convocatoria',
  orden: 'Orden del día',
  asistencia: 'Lista de asistencia',
  votacion: 'Anexo de asistencia y votación',
}
const PLACES: Record<Exclude<HojaSesion, 'acta'>, string> = {
  convocatoria: '1-convocatoria',
  orden: '2-orden-del-dia',
  asistencia: '3-lista-de-asistencia',
  votacion: '5-anexo-de-votacion',
}

interface Making extends Parts {
  /** Folder with its slash; blank: none. */
  carpeta: string
  formatos: readonly ('pdf' | 'docx')[]
  /** Each is noted in the bitácora: they are handed out to be signed. */
  notadas: boolean
}

/** Papers that the system writes. A sesión that nobody called has none yet: its plan may still change. */
async function papelesDe(tx: EntityManager, sesion: Sesion, { hojas, carpeta, formatos, notadas }: Making): Promise<PorImprimir[]> {
  const called = sesion.convocatoria !== null || sesion.estatus === 'celebrada'
  if (!called) return []
  const all = (await hojas.todas(tx, sesion.id)).flatMap((each) => formatos.map((formato) => ({ ...each, formato })))
  const papel = await hojas.papelDe(tx, sesion)
  return all.map(({ hoja, formato, document }) => ({
    orden: { type: formato, document },
    piece: {
      ruta: `${carpeta}${hoja === 'acta' ? `4-${papel}` : PLACES[hoja]}.${formato}`,
      titulo: `${nombreDeHoja(hoja, papel)} de la sesión del ${sesion.fecha}, como lo redacta el sistema (${formato.toUpperCase()})`,
      entregables: entregablesOf(sesion),
      objeto: null,
      ...(notadas && { impresa: { sesion: sesion.id, hoja, formato } }),
    },
  }))
}

/** The version of each document that was there to be voted; before the vote, the newest one. */
async function votedPieces(tx: EntityManager, sesion: Sesion): Promise<Piece[]> {
  const claves = entregablesOf(sesion)
  const versiones = await listVersiones(tx, { procesoId: sesion.procesoId, entregables: claves })
  const [held] = await tx.find(Celebracion, { where: { sesion: sesion.id }, order: { numero: 'DESC' }, take: 1 })
  const votedAt = new Map(held?.puntos.map(({ puntoId, votadoEn }) => [puntoId, votadoEn]))
  const documentos = await findDocumentos(tx, versiones.map(({ documentoId }) => documentoId)) // prettier-ignore
  const numeros = numerosDelDia(sesion.tipo, sesion.puntos)
  return sesion.puntos.flatMap(({ id, entregable, titulo }, at) => {
    const before = votedAt.get(id) ?? null
    const version = versiones.find((each) => each.entregable === entregable && (before === null || each.registradaEn <= new Date(before)))
    if (!version || entregable === null) return []
    const limpia = versiones.find((each) => each.entregable === entregable && each.textoDe === version.numero)
    const place = `punto-${String(numeros[at]).padStart(2, '0')}-${pathPart(entregable)}-version`
    const papers = [
      { version, dice: `Punto ${numeros[at]}, «${titulo}», versión ${version.numero}` },
      ...(limpia ? [{ version: limpia, dice: `Punto ${numeros[at]}, «${titulo}», texto aprobado, versión ${limpia.numero}` }] : []),
    ]
    return papers.flatMap(({ version: { documentoId, numero }, dice }) => {
      const documento = documentos.get(documentoId)
      return documento ? [documentoPiece(documento, { ruta: `${place}-${numero}`, titulo: dice, entregables: [entregable] })] : []
    })
  })
}
