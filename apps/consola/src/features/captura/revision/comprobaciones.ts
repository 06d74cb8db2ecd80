import type { Captura } from '../../../api-types.ts'
import { t, textOr, tn } from '../mensajes.ts'
import { dateTimeLong } from '../../../shared/formularios/dates.ts'
import type { Comprobacion } from './ComprobacionesList.vue'

/** Checks that follow from the data of a captura under review. */
export function comprobacionesOf(captura: Captura): Comprobacion[] {
  // A later version, or a correction in course, does not change how the sent one is measured.
  const enviadas = captura.enCorreccion === null ? captura.secciones : captura.secciones.filter(({ abiertaDesde }) => abiertaDesde === null)
  const incomplete = enviadas.filter(({ faltantes, sinPreguntar }) => faltantes.some(({ campo }) => !sinPreguntar.includes(campo)))
  const observed = captura.secciones.filter(({ observaciones }) => observaciones.some(({ cierre }) => cierre === null))
  const late = captura.secciones.some(({ extemporanea }) => extemporanea)
  return [
    ...(captura.enCorreccion === null ? [] : [{ key: 'correccion', ok: false, text: enCorreccionText(captura.enCorreccion) }]),
    {
      key: 'completa',
      ok: incomplete.length === 0,
      text: incomplete.length === 0 ? t('revision.completa') : tn('revision.incompletas', incomplete.length),
    },
    {
      key: 'observadas',
      ok: observed.length === 0,
      text: observed.length === 0 ? t('revision.sinObservaciones') : tn('revision.conObservaciones', observed.length),
    },
    { key: 'plazo', ok: !late, text: t(late ? 'revision.plazoVencido' : 'revision.plazoEnTiempo') },
    consentimientoLine(captura),
    { key: 'fotografia', ok: captura.fotografia !== null && captura.fotografia.anterior === null, text: photoText(captura) },
  ]
}

/** Sentence that tells the reviewer that she has the last sent text before her. */
export function enCorreccionText({ desde }: NonNullable<Captura['enCorreccion']>): string {
  return desde === null ? t('revision.enCorreccion') : t('revision.enCorreccionDesde', { fecha: dateTimeLong(desde) })
}

/** A photograph that took the place of a verified one is said to: it is looked at as a text that changed. */
function photoText({ fotografia, enCorreccion }: Captura): string {
  if (fotografia === null) return t(enCorreccion === null ? 'revision.sinFoto' : 'revision.sinFotoEnviada')
  return fotografia.anterior === null
    ? t('revision.conFoto')
    : t('revision.fotoCambio', { fecha: dateTimeLong(fotografia.anterior.verificadaEn), antes: fotografia.anterior.textoAlternativo })
}

function consentimientoLine({ consentimiento, enCorreccion }: Captura): Comprobacion {
  if (consentimiento === null) {
    return {
      key: 'consentimiento',
      ok: false,
      text: t(enCorreccion === null ? 'revision.sinConsentimiento' : 'revision.sinConsentimientoEnviado'),
    }
  }
  const ok = consentimiento.revision === 'aceptada' || consentimiento.revision === 'no_requiere'
  const how = textOr(`mecanismos.${consentimiento.mecanismo}`, consentimiento.mecanismo).toLowerCase()
  return { key: 'consentimiento', ok, text: t(ok ? 'revision.consentimientoVale' : 'revision.consentimientoPendiente', { como: how }) }
}
