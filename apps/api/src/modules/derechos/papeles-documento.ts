import { createDiasHabiles, estatusDerecho, longDate, plazoDerecho, type MedioDerecho, type ReglasDerecho } from '@conoceles/domain'
import type { Emisor } from '../exportaciones/index.ts'
import { instanteEnPalabras } from '../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../shared/documentos/pdf-model.ts'
import { avisoBlocks, type AvisoDePapel } from './aviso-documento.ts'
import type { DocumentoDerechoDto } from './derechos.dto.ts'
import { DERECHO, ESTATUS, HECHO, MEDIO, SENTIDO } from './palabras.ts'
import type { Hecho, SolicitudDerecho } from './solicitud-derecho.entity.ts'
import { situacionOf, toHecho } from './view.ts'

/** Texts of the papers of a request. */
export interface Papel {
  emisor: Emisor
  row: SolicitudDerecho
  persona: string
  reglas: ReglasDerecho
  /** Requests of the same letter. */
  hermanas: readonly { folio: string; derecho: SolicitudDerecho['derecho'] }[]
  documentos: readonly DocumentoDerechoDto[]
  /** Sentence on the mail of the acuse. */
  acuseCorreo: string
  aviso: AvisoDePapel | null
  lugar: string
  hechoEl: string
}

/** The acuse that she is handed when her request arrives. */
export function toAcuseRecibo(papel: Papel): PdfDocument {
  const { row, reglas } = papel
  const plazo = plazoDerecho(situacionOf({ ...row, hechos: [] }), reglas)
  return frame(papel, `Acuse de recibo de la solicitud ${row.folio}`, [
    { type: 'facts', facts: [...reception(papel), { label: 'Folio del acuse', text: row.acuse ?? 'Sin folio' }] },
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
        ...(row.acreditadaEn === null ? ['Falta que acredite su identidad con un documento oficial.'] : []),
        'El trámite es gratuito. Sólo se cobra, en su caso, el material en que pida los datos y su envío.',
      ],
    },
    { type: 'paragraph', text: 'Este acuse no prejuzga sobre lo que se responda.' },
  ])
}

const RESPUESTAS: readonly string[] = ['responder', 'declinar', 'no_presentar']

/** Whether there is an answer to write a letter of. */
export function respuestaDe({ hechos }: SolicitudDerecho): Hecho | null {
  return hechos.findLast(({ acto }) => RESPUESTAS.includes(acto)) ?? null
}

/** The letter by which it is answered, to be completed and signed by the Unidad. */
export function toOficioRespuesta(papel: Papel): PdfDocument {
  const { emisor, row, persona, reglas, lugar } = papel
  const respuesta = respuestaDe(row)
  const dia = longDate(respuesta?.fecha ?? reglas.hoy)
  const asunto = `Asunto: Se responde la solicitud ${row.folio}`
  return frame(papel, 'Oficio de respuesta', [
    { type: 'lines', align: 'end', strong: false, lines: [`${lugar}, a ${dia}`, 'Oficio: ____________', asunto] },
    {
      ...{ type: 'lines', align: 'start', strong: true },
      lines: [persona.toUpperCase(), ...(row.domicilio ? [row.domicilio] : []), 'P R E S E N T E'],
    },
    ...[openingOf(row), ...answerOf(respuesta, papel), 'Sin otro particular, le envío un cordial saludo.'].map((text): PdfBlock => ({
      type: 'paragraph',
      text,
    })),
    { type: 'lines', align: 'start', strong: true, lines: ['ATENTAMENTE'] },
    { type: 'signature', lines: ['Titular de la Unidad de Transparencia', emisor.instituto.nombre] },
    { type: 'lines', align: 'start', strong: false, lines: [`C.c.p. Expediente ${row.folio}. Archivo / Minutario.`] },
  ])
}

function openingOf({ derecho, folio, recibida }: SolicitudDerecho): string {
  const ley = 'la Ley General de Protección de Datos Personales en Posesión de Sujetos Obligados'
  return `Con fundamento en ${ley}, y en atención a la solicitud de ${DERECHO[derecho].toLowerCase()} con folio ${folio}, recibida el ${longDate(recibida)}, me permito comunicarle lo siguiente:`
}

function answerOf(respuesta: Hecho | null, { row, reglas: { plazos } }: Papel): string[] {
  if (respuesta === null) return []
  const { sentido, acto, texto } = respuesta
  const recurso = plazos.recurrir?.dias
  return [
    `${sentido ? SENTIDO[sentido] : HECHO[acto]}. ${texto}`,
    ...(estatusDerecho(row) === 'procedente'
      ? [`Se hará efectivo dentro de los ${plazos.hacerEfectivo.dias} días hábiles siguientes.`]
      : []),
    ...(recurso === undefined
      ? []
      : [
          `Si no está conforme, puede interponer el recurso de revisión ante la autoridad garante o ante esta Unidad de Transparencia, dentro de los ${recurso} días hábiles siguientes a la notificación de esta respuesta.`,
        ]),
  ]
}

/** Everything of one request, in order, in words. */
export function toExpediente(papel: Papel): PdfDocument {
  const { row } = papel
  const stands: PdfFact[] = [
    { label: 'Identidad acreditada', text: row.acreditadaEn ? longDate(row.acreditadaEn) : 'Todavía no' },
    { label: 'Acuse por correo', text: papel.acuseCorreo },
    { label: 'Cómo está', text: ESTATUS[estatusDerecho(row)] },
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

function actsOf({ row, emisor }: Papel): PdfBlock {
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
      `${HECHO[hecho.acto]}${hecho.sentido ? `: ${SENTIDO[hecho.sentido].toLowerCase()}` : ''}`,
      [hecho.texto, ...toHecho(hecho, emisor.zona).efectos].join(' '),
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
