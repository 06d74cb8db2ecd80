import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import {
  completarAviso,
  datosSueltos,
  faltasDePlantillas,
  leyQueRige,
  type ActorPoliticoPack,
  type ProcesoPack,
  type Sourced,
} from '@conoceles/domain'
import { AvisoPrivacidad, huellaAviso, toLeyAviso } from '../modules/captura/avisos/index.ts'
import { Postulacion } from '../modules/registro/index.ts'
import { Cuestionario } from '../modules/captura/index.ts'
import { ActorPolitico, ArchivoSenas, Cargo, Contienda, Demarcacion, Proceso, type Catalogos } from '../modules/proceso/index.ts'
import { PoliticaPublicacion } from '../modules/publicacion/index.ts'
import { pictureOf } from './emblema.ts'
import { senasOf, type ArchivoCargado } from './senas.ts'
import { loadPrograma } from './load-programa.ts'
import { loadSesiones } from './load-sesiones.ts'
import { insertRow } from '../database/rows.ts'

export interface LoadOptions {
  simulacro: boolean
  /** Legal time minus system time, in milliseconds; 0 outside a simulacro. */
  desfaseReloj: number
}

export interface LoadedPack {
  procesoId: string
  cargos: Map<string, Cargo>
  actores: Map<string, string>
  /** Key of the contienda and of the actor, joined by `|`. */
  postulaciones: Map<string, string>
  /** By kind of cuestionario. */
  cuestionarios: Map<string, string>
  aviso: { id: string; sha256: string } | null
}

/** Writes a process pack: all that distinguishes a proceso or a state from another is in it. */
export async function loadPack(tx: EntityManager, pack: ProcesoPack, options: LoadOptions): Promise<LoadedPack> {
  const faults = faltasDePlantillas(pack)
  if (faults.length > 0) throw new Error(`the pack cannot be loaded: ${faults.join(' ')}`)
  const procesoId = randomUUID()
  const { catalogos, archivos } = await catalogosOf(pack)
  await insertRow(tx, Proceso, { ...toProceso(pack, procesoId, options), catalogos })
  await loadArchivos(tx, procesoId, archivos)
  const cargos = toCargos(pack, procesoId)
  await tx.insert(Cargo, cargos)
  const demarcaciones = pack.demarcaciones.map((d) => ({
    id: randomUUID(),
    procesoId,
    clave: d.clave,
    tipo: d.tipo,
    nombre: d.nombre,
    regimen: d.regimen,
    pertenece: d.pertenece,
    cabecera: d.cabecera,
    entidad: null,
  }))
  await tx.insert(Demarcacion, demarcaciones)
  const actores = await Promise.all(pack.actores.map(async (a, orden) => ({ ...(await toActor(a)), id: randomUUID(), procesoId, orden })))
  await insertRow(tx, ActorPolitico, actores)
  const byClave = { cargos: index(cargos), demarcaciones: index(demarcaciones), actores: index(actores) }
  const contiendas = pack.contiendas.map((k) => ({
    id: randomUUID(),
    procesoId,
    clave: k.clave,
    cargoId: idOf(byClave.cargos, k.cargo),
    demarcacionId: idOf(byClave.demarcaciones, k.demarcacion),
    lugares: k.lugares,
  }))
  await tx.insert(Contienda, contiendas)
  await loadPrograma(tx, pack, procesoId)
  await loadSesiones(tx, pack, { procesoId, simulacro: options.simulacro })
  const actorIds = new Map(actores.map(({ clave, id }) => [clave, id]))
  return {
    procesoId,
    cargos: byClave.cargos,
    actores: actorIds,
    postulaciones: await loadPostulaciones(tx, pack, { contiendas: index(contiendas), actores: byClave.actores }),
    ...(await loadDocuments(tx, pack, procesoId)),
  }
}

interface Row {
  id: string
  clave: string
}

async function loadPostulaciones(
  tx: EntityManager,
  pack: ProcesoPack,
  ids: { contiendas: Map<string, Row>; actores: Map<string, Row> },
): Promise<Map<string, string>> {
  const rows = pack.postulaciones.map((po) => ({
    key: `${po.contienda}|${po.actor}`,
    row: {
      id: randomUUID(),
      contiendaId: idOf(ids.contiendas, po.contienda),
      actorId: idOf(ids.actores, po.actor),
      orden: po.orden,
      integrantes: po.integrantes.map((clave) => idOf(ids.actores, clave)),
    },
  }))
  await tx.insert(
    Postulacion,
    rows.map(({ row }) => row),
  )
  return new Map(rows.map(({ key, row }) => [key, row.id]))
}

async function loadDocuments(
  tx: EntityManager,
  pack: ProcesoPack,
  procesoId: string,
): Promise<Pick<LoadedPack, 'cuestionarios' | 'aviso'>> {
  const cuestionarios = pack.cuestionarios.map(({ tipo, version, titulo, vigenteDesde, schema, uischema }) => ({
    id: randomUUID(),
    procesoId,
    tipo,
    version,
    titulo,
    vigenteDesde,
    schema,
    uischema,
    ...{ cargos: null, anteriorId: null, traslados: null, acuerdoId: null, borradorId: null, activadoEn: null },
  }))
  await insertRow(tx, Cuestionario, cuestionarios)
  const avisos = toAvisos(pack, procesoId)
  await insertRow(tx, AvisoPrivacidad, avisos)
  const { version, vigenteDesde, campos } = pack.politicaPublicacion
  await insertRow(tx, PoliticaPublicacion, {
    ...{ id: randomUUID(), procesoId, version, vigenteDesde, campos },
    ...{ motivo: null, borradorId: null, activadaEn: null },
  })
  return { cuestionarios: new Map(cuestionarios.map(({ tipo, id }) => [tipo, id])), aviso: avisos[0] ?? null }
}

function toAvisos({ avisosPrivacidad, reglasAviso: { leyes, datos } }: ProcesoPack, procesoId: string): AvisoPrivacidad[] {
  return avisosPrivacidad.map(({ version, vigenteDesde, integral, simplificado, finalidades, aprobacion }) => {
    const ley = leyQueRige(leyes, vigenteDesde)
    const from = { finalidades: finalidades ?? [], ley, datos }
    const texts = { integral: completarAviso(integral, from), simplificado: completarAviso(simplificado, from) }
    return {
      ...{ id: randomUUID(), procesoId, version, vigenteDesde, ...texts, sha256: huellaAviso(texts), aprobacion, finalidades },
      ...{ plantilla: { integral, simplificado }, ley: ley && toLeyAviso(ley), borradorId: null, publicadoEn: null },
    }
  })
}

/** Catalogues that a proceso keeps beside its tables, and the files that it serves. */
export async function catalogosOf(pack: ProcesoPack): Promise<{ catalogos: Catalogos; archivos: ArchivoCargado[] }> {
  const { senas, archivos } = await senasOf(pack.senas ?? [])
  return { catalogos: { ...toCatalogos(pack), ...(pack.senas && { senas }) }, archivos }
}

/** Several pages may have the same still. */
export async function loadArchivos(tx: EntityManager, procesoId: string, archivos: readonly ArchivoCargado[]): Promise<void> {
  const rows = new Map(archivos.map((archivo) => [archivo.ruta, { ...archivo, procesoId }]))
  if (rows.size > 0) await tx.insert(ArchivoSenas, [...rows.values()])
}

function toProceso(pack: ProcesoPack, id: string, options: LoadOptions): Omit<Proceso, 'catalogos'> {
  return {
    id,
    clave: pack.clave,
    nombre: pack.nombre,
    entidadClave: pack.entidad.clave,
    entidadNombre: pack.entidad.nombre,
    institutoSiglas: pack.instituto.siglas,
    institutoNombre: pack.instituto.nombre,
    institutoSitio: pack.instituto.sitio,
    zona: pack.zona,
    jornada: pack.jornada,
    responsabilidad: pack.responsabilidad,
    simulacro: options.simulacro,
    packVersion: pack.version,
    desfaseReloj: String(options.desfaseReloj),
  }
}

/** Parts of the pack that a proceso keeps as they are. */
export function toCatalogos(pack: ProcesoPack): Omit<Catalogos, 'senas'> {
  const { grupos, supuestos, revision, causas, organos, reglas, listados, oficio, plantillas, membrete, acuerdos } = pack
  const { estadistica, consulta, idiomas, mosaicos, derechos, conclusion, licencias, cierres, acceso, importacion } = pack
  const { calendario, secciones, instituto, feriados, tiposEleccion, reglasAviso: aviso } = pack
  const nuevos = pack.actores.filter(({ primeraEleccion }) => primeraEleccion)
  return {
    ...{ grupos, supuestos, revision, causas, organos, reglas, listados, oficio, plantillas, membrete, acuerdos },
    ...{ estadistica, consulta, idiomas, mosaicos, derechos, conclusion, licencias, cierres, acceso, importacion },
    ...{ aviso, calendario, secciones, fuentes: fuentesDe(pack), sueltos: datosSueltos(pack) },
    instituto: { domicilio: instituto.domicilio ?? null, telefono: instituto.telefono ?? null, whatsapp: instituto.whatsapp ?? null },
    feriados: feriados.map(({ fecha }) => fecha),
    ...(nuevos.length > 0 && { primeraEleccion: nuevos.map(({ clave }) => clave) }),
    tiposEleccion: tiposEleccion.map(({ clave, nombre, fuente, confianza }) => ({ clave, nombre, fuente, confianza })),
  }
}

function fuentesDe({ instituto, cargos, demarcaciones, contiendas, revision, consulta, tiposEleccion }: ProcesoPack): Catalogos['fuentes'] {
  const sourced: [string, Sourced | undefined][] = [
    ['Instituto', instituto],
    ['Cargos', cargos[0]],
    ['Distritos y municipios', demarcaciones[0]],
    ['Contiendas', contiendas[0]],
    ['Orden de revisión', revision.orden],
    ['Orden en que se muestran las candidaturas', consulta.orden],
    ['Plazo para atender una observación', revision.plazoObservacion],
    ['Verificar varias en un solo paso', revision.varias],
    ...tiposEleccion.map((tipo): [string, Sourced] => [`Fechas de ${tipo.nombre.toLowerCase()}`, tipo]),
  ]
  return sourced.flatMap(([dato, from]) => (from ? [{ dato, fuente: from.fuente, confianza: from.confianza }] : []))
}

/** Rows of the cargos of a pack. */
export function toCargos(pack: ProcesoPack, procesoId: string): Cargo[] {
  return pack.cargos.map((cargo) => {
    const tipo = pack.tiposEleccion.find(({ clave }) => clave === cargo.tipoEleccion)
    if (!tipo) throw new Error(`cargo ${cargo.clave} names an unknown tipo de elección`)
    const { clave, nombre, singular, principio, tipoEleccion, orden, conSuplente, planilla } = cargo
    const { inicioPublicacion, entregaCuentas, plazoCaptura, cierreCaptura } = tipo
    return {
      id: randomUUID(),
      procesoId,
      clave,
      nombre,
      singular,
      principio,
      tipoEleccion,
      orden,
      inicioPublicacion,
      entregaCuentas,
      diasCaptura: plazoCaptura.dias,
      plazoDesde: plazoCaptura.desde,
      plazoDiasTipo: plazoCaptura.tipoDias,
      cierreCaptura,
      conSuplente,
      planilla,
    }
  })
}

type ActorCargado = Omit<ActorPoliticoPack, keyof Sourced | 'emblema'> & Pick<ActorPolitico, 'emblema' | 'emblemaOrigen'>

async function toActor({ emblema, ...actor }: ActorPoliticoPack): Promise<ActorCargado> {
  return { ...withoutSource(actor), ...(await emblemaOf({ clave: actor.clave, ...(emblema && { emblema }) })) }
}

/** The picture of an emblem and where it comes from; null where nobody confirmed one. */
export async function emblemaOf(
  actor: Pick<ActorPoliticoPack, 'clave' | 'emblema'>,
): Promise<Pick<ActorPolitico, 'emblema' | 'emblemaOrigen'>> {
  const picture = await pictureOf(actor)
  const { contenido: _contenido, ...origen } = actor.emblema ?? { contenido: null }
  return { emblema: picture, emblemaOrigen: picture && origen }
}

function withoutSource<T extends Sourced>({ fuente: _fuente, confianza: _confianza, ...rest }: T): Omit<T, keyof Sourced> {
  return rest
}

function index<T extends Row>(rows: T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.clave, row]))
}

function idOf(rows: Map<string, Row>, clave: string): string {
  const row = rows.get(clave)
  if (!row) throw new Error(`the pack names «${clave}» and does not define it`)
  return row.id
}
