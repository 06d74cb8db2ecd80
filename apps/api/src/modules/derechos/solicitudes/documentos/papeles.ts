import {
  createDiasHabiles,
  diasHabiles,
  estatusDerecho,
  hechaFuera,
  identificacionEnPalabras,
  localDay,
  longDate,
  notasDeHecho,
  plazoDerecho,
  plazoEnPalabras,
  plazoParaPrevenir,
  plazoParaRecurrir,
  porNotificar,
  recursoDe,
  relojDeRecurso,
  cartaEnPalabras,
  type ActoDerecho,
  type MedioDerecho,
} from '@conoceles/domain'
import { toIso } from '../../../../shared/clock.ts'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../../shared/documentos/pdf/model.ts'
import { DERECHO, estatusEnPalabras, FUERA, HECHO, MEDIO, plazoDicho, SENTIDO } from '../../derecho-en-palabras.ts'
import { situacionOf, toHecho } from '../view.ts'
import { acompanaA } from './adjuntos.ts'
import { avisoBlocks } from './aviso.ts'
import { identidadEnPalabras, NO_SE_AGREGA, representacionEnPalabras, sinExtension, type Papel } from './papel.ts'

/**
 * The acuse that she is handed when her request arrives, with the papers that came on that day and before it was first handed out: each later
 * copy is the same.
 */
export function toAcuseRecibo(current: Papel): PdfDocument {
  const { row, emisor, recibio } = current
  const papel = { ...current, hechoEl: current.acuseAl ?? toIso(row.creadaEn) }
  return frame(papel, `Acuse de recibo de la solicitud ${row.folio}`, [
    {
      type: 'facts',
      facts: [
        ...reception(papel),
        ...handedIn(papel),
        { label: 'Recibió', text: recibio ? quienRecibio(recibio) : 'El sistema, con la cuenta de la persona' },
        { label: 'Expedido', text: instanteEnPalabras(papel.hechoEl, emisor.zona) },
        { label: 'Folio del acuse', text: row.acuse ?? 'Sin folio' },
      ],
    },
    { type: 'heading', level: 2, text: 'Qué pidió' },
    { type: 'paragraph', text: row.descripcion },
    { type: 'heading', level: 2, text: 'Qué sigue' },
    { type: 'list', ordered: false, items: nextOf(papel) },
    { type: 'paragraph', text: 'Este acuse no prejuzga sobre lo que se responda.', keep: true },
    recibio === null
      ? { type: 'paragraph', text: 'Lo emite el sistema del Instituto y no lleva firma autógrafa: se comprueba con el folio del acuse.' }
      : {
          type: 'signature',
          lines: [esPersona(recibio) ? recibio.nombre : 'Nombre: ____________________', recibio.cargo, emisor.instituto.nombre],
        },
  ])
}

/** An account may be named after its area: then a person writes her name by hand. */
function esPersona({ nombre }: NonNullable<Papel['recibio']>): boolean {
  return nombre.trim().includes(' ')
}

function quienRecibio(recibio: NonNullable<Papel['recibio']>): string {
  return esPersona(recibio) ? `${recibio.nombre}, ${recibio.cargo}` : recibio.cargo
}

/** Steps that follow, as they stood when the acuse was first handed out. */
function nextOf(papel: Papel): string[] {
  const { row, reglas, alAcuse } = papel
  const anulada = alAcuse.findLast(({ acto }) => acto === 'anular')
  if (anulada) return [`Esta solicitud se cerró el ${longDate(anulada.fecha)}, porque se registró por error: no corre ningún plazo.`]
  const then = { ...row, hechos: [...alAcuse] }
  const responde = plazoDerecho(situacionOf({ ...then, hechos: alAcuse.filter(({ acto }) => acto !== 'responder') }), reglas)
  return [
    ...prevencionOf(papel),
    ...(responde?.clave === 'responder' ? [`La Unidad de Transparencia le responde en ${plazoEnPalabras(responde)}.`] : []),
    ...(cameWith(papel, papel.identidadRecibidaEn)
      ? []
      : ['Para que proceda falta que acredite su identidad con una identificación oficial.']),
    'El trámite es gratuito. Sólo se cobra, en su caso, el material en que pida los datos y su envío.',
  ]
}

/** Whether she may still be asked for something, or was. */
function prevencionOf({ row, reglas, alAcuse }: Papel): string[] {
  const day = (acto: ActoDerecho) => alAcuse.findLast((each) => each.acto === acto)?.fecha
  const [prevenida, atendida] = [day('prevenir'), day('desahogar')]
  const dias = diasHabiles(reglas.plazos.desahogar.dias)
  if (atendida) return [`La prevención que se le hizo ya está atendida desde el ${longDate(atendida)}: el plazo corre desde entonces.`]
  if (prevenida)
    return [
      `El ${longDate(prevenida)} se le previno para que completara su solicitud. Tiene ${dias}, desde el día siguiente a aquel en que se le notifique.`,
    ]
  const previene = plazoParaPrevenir(situacionOf({ ...row, hechos: [...alAcuse] }), { ...reglas, hoy: row.recibida })
  if (previene === null) return []
  return [
    `Si a su solicitud le falta algo, se lo pide en ${plazoEnPalabras(previene)}. Usted tiene entonces ${dias} para completarla, desde el día siguiente a aquel en que se le notifique.`,
  ]
}

/** Papers that came on the day of the request: with which identity was proved, and the annexes, as the officer named each. */
function handedIn(papel: Papel): PdfFact[] {
  const { documentos, exhibido, identidadRecibidaEn, alAcuse } = papel
  const came = documentos.filter(({ hecho, recibidoEn }) => hecho === null && cameWith(papel, new Date(recibidoEn)))
  // The requests of one letter may each keep it.
  const annexes = new Map(came.map(({ nombre, bytes }) => [`${bytes} ${nombre}`, sinExtension(nombre)]))
  const shown = cameWith(papel, identidadRecibidaEn)
  const identidad = shown ? `Mostró su ${identificacionEnPalabras(exhibido)}` : 'No consta todavía en el expediente'
  return [
    ...(!shown && alAcuse.some(({ acto }) => acto === 'anular') ? [] : [{ label: 'Identificación', text: identidad }]),
    { label: 'Anexos recibidos', text: [...annexes.values()].join('; ') || 'Ninguno' },
  ]
}

/** Whether a paper came on the day of the request, and before its acuse was handed out. */
function cameWith({ row, acuseAl, emisor: { zona } }: Papel, en: Date | null): boolean {
  if (en === null || (acuseAl !== null && toIso(en) > acuseAl)) return false
  return localDay(toIso(en), zona) === localDay(toIso(row.creadaEn), zona)
}

/** Everything of one request, in order, in words. `instantes`: of each act, by its folio. */
export function toExpediente(papel: Papel, instantes: ReadonlyMap<string, string>): PdfDocument {
  const { row, recibio } = papel
  const stands: PdfFact[] = [
    { label: 'Recibió', text: recibio ? `${recibio.nombre}, ${recibio.cargo}` : 'El sistema, con la cuenta de la persona' },
    { label: 'Identidad de la persona titular', text: identidadEnPalabras(papel) || 'Todavía no se acredita' },
    ...(row.representante === null
      ? []
      : [{ label: 'Representación', text: representacionEnPalabras(papel)[0] ?? 'Falta el poder o la carta' }]),
    { label: 'Acuse por correo', text: papel.acuseCorreo },
    { label: 'Cómo está', text: estatusEnPalabras({ estatus: estatusDerecho(row), fuera: hechaFuera(row) }) },
    ...termsOf(papel),
  ]
  return frame(papel, `Expediente de la solicitud ${row.folio}`, [
    { type: 'facts', facts: [...reception(papel), ...stands] },
    { type: 'heading', level: 2, text: 'Qué pidió' },
    { type: 'paragraph', text: row.descripcion },
    { type: 'heading', level: 2, text: 'Lo que se hizo' },
    actsOf(papel, instantes),
    { type: 'heading', level: 2, text: 'Documentos' },
    documentsOf(papel),
    ...avisoBlocks(papel),
    { type: 'heading', level: 2, text: 'Cómo se comprueba' },
    {
      type: 'paragraph',
      text: 'Este expediente va en un archivo ZIP firmado por el Instituto, con los acuses y los actos de la bitácora. Quien cambie una letra de cualquiera de sus archivos rompe la firma.',
    },
  ])
}

/** Terms that run today, each with its days and its date. */
function termsOf({ row, reglas }: Papel): PdfFact[] {
  const plazo = plazoDerecho(situacionOf(row), reglas)
  const recurrible = plazoParaRecurrir(row, reglas)
  const owed = porNotificar(row).map(cartaEnPalabras)
  const reloj = relojDeRecurso(recursoDe(row.hechos))
  return [
    ...(plazo ? [{ label: 'Plazo', text: plazoDicho(plazo) }] : []),
    ...(owed.length > 0 ? [{ label: 'Falta notificar', text: owed.join('; ') }] : []),
    ...(reloj ? [{ label: 'Recurso de revisión', text: `${reloj}.` }] : []),
    ...(recurrible && !reloj ? [{ label: 'Recurso de revisión', text: plazoDicho(recurrible) }] : []),
  ]
}

interface Renglon {
  dia: string
  acto: string
  texto: string
  folio: string
}

/** By the day on which each happened; those of one day, as they were recorded. */
function inTime(renglones: readonly Renglon[], instantes: ReadonlyMap<string, string>): Renglon[] {
  const at = ({ dia, folio }: Renglon) => `${dia} ${instantes.get(folio) ?? ''}`
  return renglones.toSorted((a, b) => (at(a) < at(b) ? -1 : Number(at(a) > at(b))))
}

function actsOf(papel: Papel, instantes: ReadonlyMap<string, string>): PdfBlock {
  const { row, emisor, personas, acuseIdentidad } = papel
  const identidad = row.acreditadaEn === null ? [] : [{ dia: row.acreditadaEn, acto: 'Identidad acreditada', texto: identidadEnPalabras(papel), folio: acuseIdentidad ?? 'Sin folio' }] // prettier-ignore
  const hechos = row.hechos.map((hecho) => ({
    dia: hecho.fecha,
    acto: `${hecho.efecto?.fuera ? FUERA : HECHO[hecho.acto]}${hecho.sentido ? `: ${SENTIDO[hecho.sentido].toLowerCase()}` : ''}`,
    texto: [hecho.texto, ...toHecho(hecho, { zona: emisor.zona, personas, notas: notasDeHecho(hecho, { ...row, documentos: papel.documentos }) }).efectos].join(' '), // prettier-ignore
    folio: hecho.folio,
  }))
  if (hechos.length + identidad.length === 0) return { type: 'paragraph', text: 'Todavía nada, además de recibirla.' }
  return {
    type: 'table',
    columns: [
      { title: 'Día', width: 1.4 },
      { title: 'Acto', width: 1.6 },
      { title: 'Qué dice y qué cambió', width: 4 },
      { title: 'Folio del acuse', width: 1.8 },
    ],
    rows: inTime([...identidad, ...hechos], instantes).map(({ dia, acto, texto, folio }) => [longDate(dia), acto, texto, folio]),
  }
}

/** The identity document has its row: whoever reads the index asks for it. */
function identificacionOf(papel: Papel): string[][] {
  const { identidadRecibidaEn, exhibido, emisor } = papel
  if (identidadRecibidaEn === null) return []
  const name = `Identificación: ${identificacionEnPalabras(exhibido)}`
  return [[name, 'La solicitud', `Recibida el ${instanteEnPalabras(toIso(identidadRecibidaEn), emisor.zona)}. ${NO_SE_AGREGA}`]]
}

function documentsOf(papel: Papel): PdfBlock {
  const { row, documentos, emisor } = papel
  const identificacion = identificacionOf(papel)
  if (documentos.length + identificacion.length === 0)
    return { type: 'paragraph', text: 'No se entregó ninguno, tampoco una identificación.' }
  return {
    type: 'table',
    columns: [
      { title: 'Documento', width: 2.5 },
      { title: 'Acompaña a', width: 2 },
      { title: 'Quién y cuándo', width: 3 },
    ],
    rows: [
      ...identificacion,
      ...documentos.map(({ nombre, hecho, deLaPersona, recibidoEn }) => [
        sinExtension(nombre),
        acompanaA(row, { hecho }),
        `${deLaPersona ? 'La persona' : 'El Instituto'}, ${instanteEnPalabras(recibidoEn, emisor.zona)}`,
      ]),
    ],
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
    { label: 'Persona titular', text: persona },
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
