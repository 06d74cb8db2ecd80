import { conArticulo, localDay, longDate, membreteDe, sesionEnPalabras } from '@conoceles/domain'
import { diaEnPalabras } from '../../../../shared/documentos/fechas.ts'
import { toCarta, type Persona } from '../../../../shared/documentos/institucional/carta.ts'
import type { PdfBlock, PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import type { ConvocatoriaDto } from '../sesiones.dto.ts'
import { lugarEnPalabras, nombreEntero, papelDe, personaDe, puntosBlock, type Leida } from './comun.ts'

/** The convocatoria: a letter of the presidencia to each member, with the agenda that it proposes. */
export function toConvocatoria(leida: Leida, convocatoria: ConvocatoriaDto): PdfDocument {
  const { sesion, emisor, versiones } = leida
  const { instituto, proceso, simulacro, lugar, zona } = emisor
  return toCarta(
    {
      titulo: `Convocatoria, ${sesionEnPalabras(sesion)}`,
      numero: null,
      lugar,
      fecha: localDay(convocatoria.en, zona),
      asunto: `Se convoca a la ${sesionEnPalabras(sesion)}`,
      destinatarios: sesion.integrantes
        .filter(({ nombre }) => nombre !== convocatoria.firma && nombre !== convocatoria.conducto)
        .map((each) => personaDe(each, leida)),
      atencion: null,
      cuerpo: bodyOf(leida, convocatoria),
      firmas: signersOf(leida, convocatoria),
      ...{ anexos: [], copias: [], iniciales: null },
      marcas: simulacro ? ['SIMULACRO, sin valor legal'] : [],
      constancia: {
        facts: [{ label: 'Folio del registro de la convocatoria', text: convocatoria.folio }],
        archivos: [...versiones, ...convocatoria.documentos],
      },
      creadaEn: convocatoria.en,
    },
    { membrete: membreteDe(emisor.membrete, { instituto, dia: sesion.fecha }), instituto, proceso },
  )
}

function bodyOf(leida: Leida, { conducto, documentos }: ConvocatoriaDto): PdfBlock[] {
  const { sesion, emisor } = leida
  const hour = sesion.hora === null ? '' : `, a las ${sesion.hora} horas`
  const through = conducto === null ? '' : `, por conducto de la ${emisor.secretaria},`
  const papers = documentos.length > 0 ? `Se acompañan, además: ${documentos.map(({ nombre }) => nombre).join('; ')}.` : null
  return [
    {
      type: 'paragraph',
      text: `Por medio del presente${through} se les convoca a la ${nombreEntero(leida)}, a celebrarse el día ${diaEnPalabras(sesion.fecha)}${hour}${lugarEnPalabras(sesion)}, conforme al siguiente:`,
    },
    { type: 'lines', align: 'center', strong: true, keep: true, lines: ['PROYECTO DE ORDEN DEL DÍA'] },
    puntosBlock(leida),
    ...(papers === null ? [] : [{ type: 'paragraph' as const, text: papers }]),
    { type: 'paragraph', text: 'Sin otro particular, les envío un cordial saludo.' },
  ]
}

function signersOf(leida: Leida, { firma, conducto }: ConvocatoriaDto): Persona[] {
  const known = (nombre: string | null, cargo: string): Persona => {
    const found = leida.sesion.integrantes.find((each) => each.nombre === nombre)
    return found ? personaDe(found, leida) : { nombre: nombre ?? '', cargo }
  }
  const breve = { nombre: leida.organo.breve ?? leida.organo.nombre, articulo: leida.organo.articulo ?? 'el' } as const
  return [known(firma, `Presidencia ${conArticulo(breve, 'de')}`), ...(conducto === null ? [] : [known(conducto, leida.emisor.secretaria)])]
}

/** The agenda by itself: a project until the sesión approved it. */
export function toOrdenDelDia(leida: Leida): PdfDocument {
  const { sesion } = leida
  const held = sesion.estatus === 'celebrada'
  const when = `${longDate(sesion.fecha)}${sesion.hora === null ? '' : `, ${sesion.hora} horas`}`
  const titulo = held ? 'Orden del día' : 'Proyecto de orden del día'
  const en = sesion.historia.at(-1)?.en ?? `${sesion.fecha}T12:00:00Z`
  return papelDe(leida, { titulo, en, marcas: held ? [] : ['PROYECTO'] }, [
    { type: 'lines', align: 'center', strong: true, lines: [nombreEntero(leida), when] },
    puntosBlock(leida),
  ])
}
