import type { ActoCambio } from '@conoceles/domain'
import type { Fact } from '@conoceles/ui'
import { keysOf } from '@conoceles/domain/typed'
import type { Proceso } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { dateLong } from '../../../shared/formularios/dates.ts'
import { datoText, nameIn } from '../../../shared/captura/datos.ts'
import { changesOf, type CambioForm } from './cambio-form.ts'

/** Pairs of the form, to read once more before the act. */
export function resumenOf(acto: ActoCambio, form: CambioForm, proceso: Proceso | null): Fact[] {
  return [
    ...(acto === 'sustituir' ? entraFacts(form, proceso) : []),
    ...sustentoFacts(acto, form, proceso),
    { key: 'motivo', term: t('cambios.motivoTermino'), text: form.motivo.trim() },
  ]
}

/** Changes of a correction, field by field. */
export function diferenciasOf({ base, datos }: CambioForm) {
  const campos = keysOf(changesOf(base, datos))
  return campos.map((campo) => ({ campo, antes: base[campo], despues: datos[campo] }))
}

/** Effects of the act beyond those in the table: the API also tells each corrected datum in a sentence. */
export function efectosOf(acto: ActoCambio, efectos: readonly string[]): readonly string[] {
  if (acto !== 'corregir') return efectos
  return [t('cambios.corregir.efecto'), ...efectos.filter((efecto) => !/» pasa a «/.test(efecto))]
}

function entraFacts({ entra, persona, registrada }: CambioForm, proceso: Proceso | null): Fact[] {
  if (entra === 'registrada') {
    return [{ key: 'entra', term: t('cambios.entraTermino'), text: [registrada?.nombre, registrada?.lugar].filter(Boolean).join(' · ') }]
  }
  const fullName = [persona.nombre, persona.primerApellido, persona.segundoApellido]
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return [
    { key: 'entra', term: t('cambios.entraTermino'), text: fullName.join(' ') },
    { key: 'apodo', term: t('candidatura.apodo'), text: persona.apodo.trim() },
    { key: 'sexo', term: t('candidatura.sexo'), text: datoText('sexo', persona.sexo, proceso) },
    { key: 'nacimiento', term: t('cambios.nacimiento'), text: persona.fechaNacimiento === '' ? '' : dateLong(persona.fechaNacimiento) },
    { key: 'origen', term: t('candidatura.origen'), text: nameIn(proceso?.actoresPoliticos, persona.partidoOrigen) },
    { key: 'afirmativa', term: t('candidatura.afirmativa'), text: nameIn(proceso?.grupos, persona.accionAfirmativa) },
  ]
}

function sustentoFacts(acto: ActoCambio, form: CambioForm, proceso: Proceso | null): Fact[] {
  const { acuerdo, documento, causa, efectosDesde, sustento } = form
  const byDocument = acto === 'corregir' && sustento === 'documento'
  return [
    { key: 'causa', term: t('cambios.causa'), text: nameIn(proceso?.causas, causa) },
    byDocument
      ? { key: 'documento', term: t('cambios.documento'), text: documento?.nombre }
      : { key: 'acuerdo', term: t('cambios.acuerdo'), text: acuerdo === null ? null : `${acuerdo.numero}, ${dateLong(acuerdo.fecha)}` },
    { key: 'efectos', term: t('cambios.efectos'), text: efectosDesde === '' ? null : dateLong(efectosDesde) },
  ]
}
