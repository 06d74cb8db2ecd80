import { PALABRAS } from '../../apps/api/src/publico/fichas/ficha-en-palabras.ts'
import mensajes from '../../apps/visor/src/messages/es-MX/comun.json'

const { candidatura, salida, calidad } = mensajes

it('the card and the page of a candidatura say the same in the same words', () => {
  expect(PALABRAS).toEqual({
    sinFotografia: candidatura.noPhoto,
    consecutiva: candidatura.consecutive,
    formula: candidatura.formulaText,
    grupos: candidatura.badges,
    registro: candidatura.record,
    sinDato: candidatura.missing,
    sinTemas: candidatura.sinTemas,
    pasa: salida.pasa,
    yaNoCompite: salida.sinFecha,
    boleta: salida.boleta,
    retirada: salida.retirada,
    calidad,
    salida: { sustituida: salida.sustituida, cancelada: salida.cancelada },
    origen: candidatura.badgeOrigin,
    reserva: { persona: candidatura.reservaPersona, parcial: candidatura.reservaParcial },
    blanco: candidatura.blank,
    seccion: candidatura.blankSection,
    sinVerificar: candidatura.sectionUnverified,
    pausaAbierta: candidatura.pausedOpen,
  })
})
