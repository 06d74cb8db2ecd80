import {
  createDiasHabiles,
  esPoder,
  estatusDerecho,
  hechaFuera,
  longDate,
  plazoDerecho,
  type MedioDerecho,
  type ReglasDerecho,
} from '@conoceles/domain'
import type { Emisor } from '../../../intercambio/exportaciones/index.ts'
import { toIso } from '../../../../shared/clock.ts'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../../shared/documentos/pdf/model.ts'
import { avisoBlocks, type AvisoDePapel } from './aviso.ts'
import type { DocumentoDerechoDto } from '../derechos.dto.ts'
import type { FundamentoPapel } from '../fundamento.ts'
import { DERECHO, estatusEnPalabras, FUERA, HECHO, MEDIO, SENTIDO } from '../derecho-en-palabras.ts'
import type { SolicitudDerecho } from '../solicitud-derecho.entity.ts'
import { situacionOf, toHecho } from '../view.ts'

/** Texts of the papers of a request. */
export interface Papel {
  emisor: Emisor
  row: SolicitudDerecho
  persona: string
  reglas: ReglasDerecho
  /** Names of the two that decided: see `dosPersonasDe`. */
  personas: ReadonlyMap<string, string>
  /** Requests of the same letter. */
  hermanas: readonly { folio: string; derecho: SolicitudDerecho['derecho'] }[]
  documentos: readonly DocumentoDerechoDto[]
  /** Sentence on the mail of the acuse. */
  acuseCorreo: string
  aviso: AvisoDePapel | null
  lugar: string
  fundamento: FundamentoPapel
  hechoEl: string
}

/** The acuse that she is handed when her request arrives: dated and worded as of then, so that each copy of it is the same. */
export function toAcuseRecibo(current: Papel): PdfDocument {
  const { row, reglas, emisor } = current
  const papel = { ...current, hechoEl: toIso(row.creadaEn) }
  const plazo = plazoDerecho(situacionOf({ ...row, hechos: [] }), reglas)
  return frame(papel, `Acuse de recibo de la solicitud ${row.folio}`, [
    {
      type: 'facts',
      facts: [
        ...reception(papel),
        { label: 'Folio del acuse', text: row.acuse ?? 'Sin folio' },
        { label: 'Expedido', text: instanteEnPalabras(toIso(row.creadaEn), emisor.zona) },
      ],
    },
    { type: 'heading', level: 2, text: 'Qué pidió' },
    { type: 'paragraph', text: row.descripcion },
    { type: 'heading', level: 2, text: 'Qué sigue' },
    {
      type: 'list',
      ordered: false,
      items: [
        ...(plazo
          ? [`La Unidad de Transparencia responde a más tardar el ${longDate(plazo.vence)}: ${reglas.plazos.responder.dias} días hábiles.`]
          : []),
        `Si falta algo, lo pide dentro de ${reglas.plazos.prevenir.dias} días hábiles y usted tiene ${reglas.plazos.desahogar.dias} para completarlo.`,
        'Para que proceda, acredite su identidad con un documento oficial, si no lo entregó con su solicitud.',
        'El trámite es gratuito. Sólo se cobra, en su caso, el material en que pida los datos y su envío.',
      ],
    },
    { type: 'paragraph', text: 'Este acuse no prejuzga sobre lo que se responda.' },
  ])
}

/** Everything of one request, in order, in words. */
export function toExpediente(papel: Papel): PdfDocument {
  const { row } = papel
  const stands: PdfFact[] = [
    { label: 'Identidad de la titular', text: row.acreditadaEn ? `Acreditada el ${longDate(row.acreditadaEn)}` : 'Todavía no se acredita' },
    ...(row.representante === null
      ? []
      : [{ label: 'Representación acreditada con', text: papel.documentos.find(esPoder)?.nombre ?? 'Falta el poder o la carta' }]),
    { label: 'Acuse por correo', text: papel.acuseCorreo },
    { label: 'Cómo está', text: estatusEnPalabras({ estatus: estatusDerecho(row), fuera: hechaFuera(row) }) },
  ]
  return frame(papel, `Expediente de la solicitud ${row.folio}`, [
    { type: 'facts', facts: [...reception(papel), ...stands] },
    { type: 'heading', level: 2, text: 'Qué pidió' },
    { type: 'paragraph', text: row.descripcion },
    { type: 'heading', level: 2, text: 'Lo que se hizo' },
    actsOf(papel),
    { type: 'heading', level: 2, text: 'Documentos' },
    documentsOf(papel),
    ...avisoBlocks(papel),
    { type: 'heading', level: 2, text: 'Cómo se comprueba' },
    {
      type: 'paragraph',
      text: 'Este expediente va en un archivo ZIP firmado por el instituto, con los acuses y los actos de la bitácora. Quien cambie una letra de cualquiera de sus archivos rompe la firma.',
    },
  ])
}

function actsOf({ row, emisor, personas }: Papel): PdfBlock {
  if (row.hechos.length === 0) return { type: 'paragraph', text: 'Todavía nada, además de recibirla.' }
  return {
    type: 'table',
    columns: [
      { title: 'Día', width: 1.4 },
      { title: 'Acto', width: 1.6 },
      { title: 'Qué dice y qué cambió', width: 4 },
      { title: 'Folio del acuse', width: 1.8 },
    ],
    rows: row.hechos.map((hecho) => [
      longDate(hecho.fecha),
      `${hecho.efecto?.fuera ? FUERA : HECHO[hecho.acto]}${hecho.sentido ? `: ${SENTIDO[hecho.sentido].toLowerCase()}` : ''}`,
      [hecho.texto, ...toHecho(hecho, emisor.zona, personas).efectos].join(' '),
      hecho.folio,
    ]),
  }
}

function documentsOf({ row, documentos, emisor }: Papel): PdfBlock {
  if (documentos.length === 0)
    return { type: 'paragraph', text: 'No se entregó ninguno, además del que acredita la identidad, que se guarda cifrado.' }
  const named = new Map(row.hechos.map(({ folio, acto }) => [folio, HECHO[acto]]))
  return {
    type: 'table',
    columns: [
      { title: 'Documento', width: 2.5 },
      { title: 'Acompaña a', width: 2 },
      { title: 'Quién y cuándo', width: 3 },
    ],
    rows: documentos.map(({ nombre, hecho, deLaPersona, recibidoEn }) => [
      nombre,
      (hecho !== null && named.get(hecho)) || 'La solicitud',
      `${deLaPersona ? 'La persona' : 'El instituto'}, ${instanteEnPalabras(recibidoEn, emisor.zona)}`,
    ]),
  }
}

function frame({ emisor, row, hechoEl }: Papel, title: string, blocks: PdfBlock[]): PdfDocument {
  return {
    title,
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: [...(emisor.simulacro ? ['SIMULACRO, sin valor legal'] : []), `Unidad de Transparencia · ${row.folio}`].join(' · '),
    notice: emisor.simulacro ? 'Simulacro: todas las personas de este documento son ficticias.' : null,
    createdAt: hechoEl,
    orientation: 'portrait',
    blocks,
  }
}

function reception({ row, persona, reglas, hermanas }: Papel): PdfFact[] {
  const { siguienteHabil } = createDiasHabiles(reglas.laborales)
  const habil = siguienteHabil(row.recibida)
  const said = (label: string, text: string | null): PdfFact[] => (text ? [{ label, text }] : [])
  return [
    { label: 'Derecho', text: DERECHO[row.derecho] },
    { label: 'Persona', text: persona },
    {
      label: 'Recibida',
      text:
        habil === row.recibida ? longDate(habil) : `${longDate(row.recibida)}, día inhábil: se tiene por recibida el ${longDate(habil)}`,
    },
    ...said('Medio', row.medio && MEDIO[row.medio as MedioDerecho]),
    ...said('Folio de la Plataforma Nacional', row.folioPnt),
    ...said('Representante', row.representante),
    ...said('Domicilio o correo para notificaciones', row.domicilio),
    ...said('En el mismo escrito', hermanas.map(({ folio, derecho }) => `${DERECHO[derecho]}, ${folio}`).join('; ') || null),
  ]
}
