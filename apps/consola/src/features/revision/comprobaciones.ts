import type { Captura } from '../../api-types.ts'
import { t, textOr, tn } from '../../messages/index.ts'
import { dateTimeLong } from '../../shared/dates.ts'
import type { Comprobacion } from './ComprobacionesList.vue'

/** What the data themselves say about a captura under review. */
export function comprobacionesOf(captura: Captura): Comprobacion[] {
  const incomplete = captura.secciones.filter(({ faltantes }) => faltantes.length > 0)
  const observed = captura.secciones.filter(({ observaciones }) => observaciones.some(({ cierre }) => cierre === null))
  const late = captura.secciones.some(({ extemporanea }) => extemporanea)
  return [
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

/** A photograph that took the place of a verified one is said to: it is looked at as a text that changed. */
function photoText({ fotografia }: Captura): string {
  if (fotografia === null) return t('revision.sinFoto')
  return fotografia.anterior === null
    ? t('revision.conFoto')
    : t('revision.fotoCambio', { fecha: dateTimeLong(fotografia.anterior.verificadaEn), antes: fotografia.anterior.textoAlternativo })
}

function consentimientoLine({ consentimiento }: Captura): Comprobacion {
  if (consentimiento === null) return { key: 'consentimiento', ok: false, text: t('revision.sinConsentimiento') }
  const ok = consentimiento.revision === 'aceptada' || consentimiento.revision === 'no_requiere'
  const how = textOr(`mecanismos.${consentimiento.mecanismo}`, consentimiento.mecanismo).toLowerCase()
  return { key: 'consentimiento', ok, text: t(ok ? 'revision.consentimientoVale' : 'revision.consentimientoPendiente', { como: how }) }
}
