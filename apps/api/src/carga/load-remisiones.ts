import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { aperturaDe, llenarPlantilla, localDay, type OficioPack, type ProcesoPack, type PuestoPack } from '@conoceles/domain'
import type { Cumplimiento } from '../modules/programa/actividades/index.ts'
import { Remision } from '../modules/programa/remisiones/index.ts'
import { mesEnPalabras } from '../shared/documentos/fechas.ts'
import { insertInBatches, must } from './rows.ts'

type Done = Pick<Cumplimiento, 'entregable' | 'milestone' | 'ocurridoEn' | 'referencia' | 'folio'>

interface Loading {
  pack: ProcesoPack
  procesoId: string
  done: readonly Done[]
}

/** The oficios that the programme itself tells of. Their words are not known here, and are not made up. */
export async function loadRemisionesDelPrograma(tx: EntityManager, loading: Loading): Promise<void> {
  const { pack } = loading
  const cuerpo = 'El programa de trabajo dice que este oficio se envió y en qué fecha; su texto y su hora no están en el sistema.'
  const rows = groupByNumero(loading.done).map((group) => ({
    ...toRow(group, loading),
    ...{ asunto: asuntoOf(group, pack), cuerpo, copias: [], ...NO_ACUSE },
  }))
  await insertInBatches(tx, Remision, rows)
}

/** Synthetic oficios for the synthetic evidence of the simulacro, received by nobody but the simulacro. */
export async function loadRemisionesSimuladas(tx: EntityManager, loading: Loading): Promise<void> {
  const { pack } = loading
  const rows = groupByNumero(loading.done).map((group) => {
    const row = toRow(group, loading)
    const acuseEn = new Date(row.enviadaEn.getTime() + ACUSE_AFTER_MS)
    const acuseFolio = row.numero.replace('/REMISION/', '/ACUSE/')
    return {
      ...row,
      ...{ asunto: asuntoOf(group, pack), cuerpo: 'Oficio sintético del simulacro: no se envió a nadie.', copias: [] },
      ...{ acuseEn, acuseFolio, acuseDocumentoId: null, acuseRegistradoEn: acuseEn },
    }
  })
  await insertInBatches(tx, Remision, rows)
}

const ACUSE_AFTER_MS = 90 * 60_000
const NO_ACUSE = { acuseEn: null, acuseFolio: null, acuseDocumentoId: null, acuseRegistradoEn: null }

/** One oficio may remit several. */
function groupByNumero(done: readonly Done[]): [Done, ...Done[]][] {
  const groups = new Map<string, [Done, ...Done[]]>()
  for (const each of done.filter(({ milestone }) => milestone === 'remision')) {
    const group = groups.get(each.referencia)
    if (group) group.push(each)
    else groups.set(each.referencia, [each])
  }
  return [...groups.values()]
}

function toRow([first, ...rest]: [Done, ...Done[]], { pack: { oficio, zona }, procesoId }: Loading) {
  const { referencia: numero, ocurridoEn: enviadaEn, folio } = first
  const fecha = localDay(enviadaEn, zona)
  return {
    ...{
      id: randomUUID(),
      procesoId,
      numero,
      fecha,
      version: 1,
      anexos: [],
      iniciales: null,
      plantilla: null,
      preparadaEn: enviadaEn,
      preparadaPor: null,
    },
    entregables: [first, ...rest].map(({ entregable }) => entregable),
    ...toAddress(oficio),
    ...{ enviadaEn, medio: 'sistema_ine_opl' as const, oficioId: null, envioRegistradoEn: enviadaEn, envioFolio: folio },
    ...{ anuladaEn: null, anuladaMotivo: null },
  }
}

function toAddress({ lugar, destinatario, atencion, remitente }: OficioPack) {
  const toPuesto = ({ cargo, organo }: PuestoPack) => ({ nombre: '', cargo, organo })
  return {
    lugar: lugar.texto,
    destinatario: toPuesto(destinatario),
    atencion: atencion && toPuesto(atencion),
    remitente: { nombre: '', cargo: remitente.cargo },
  }
}

function asuntoOf(group: readonly Done[], { oficio, programa, instituto, nombre: proceso }: ProcesoPack): string {
  const owed = group.map(({ entregable }) => {
    const [clave, mes] = entregable.split('/')
    return { mes: mes ?? null, ...must(programa.actividades.find((each) => each.clave === clave), entregable) } // prettier-ignore
  })
  const join = (texts: string[]) => [...new Set(texts)].join(' y ')
  const documentos = owed.map(({ documento, nombre, mes }) => documento?.nombre.replaceAll('{mes}', mes && isMes(mes) ? mesEnPalabras(mes) : '') ?? nombre) // prettier-ignore
  const campos = {
    actividades: join(owed.map(({ numero, clave, nombre }) => (numero === clave ? numero : nombre))),
    entregables: join(owed.map(({ nombre }) => nombre)),
    ...{ apertura: aperturaDe(oficio), aprobacion: '', documentos: join(documentos) },
    remite: new Set(documentos).size === 1 ? 'Se remite' : 'Se remiten',
  }
  return llenarPlantilla(oficio.asunto, { ...campos, instituto: instituto.nombre, proceso })
}

function isMes(text: string): boolean {
  return /^\d{4}-\d{2}$/.test(text)
}
