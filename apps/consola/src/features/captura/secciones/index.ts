/** Each page comes alone: hers are opened on phones with a bad line. */
export const AvisoPrivacidadPage = async () => (await import('./consentimiento/AvisoPrivacidadPage.vue')).default
export const CapturaPage = async () => (await import('./CapturaPage.vue')).default
/** With the questions, which the first page of the consola must not bring. */
export const loadUseCaptura = async () => (await import('./useCaptura.ts')).useCaptura
export const SeccionForm = async () => (await import('./SeccionForm.vue')).default
export const ReglasFotografia = async () => (await import('./fotografia/ReglasFotografia.vue')).default
export { partesDe } from './pasos/partes.ts'
export const SolicitarCorreccionPage = async () => (await import('./SolicitarCorreccionPage.vue')).default
export const VistaPrevia = async () => (await import('./VistaPrevia.vue')).default
