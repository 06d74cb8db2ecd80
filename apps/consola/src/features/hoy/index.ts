import { askMia } from './mia.api.ts'

export const HoyPage = async () => (await import('./HoyPage.vue')).default
export const MiCandidaturaPage = async () => {
  askMia()
  return (await import('./MiCandidaturaPage.vue')).default
}
export const NoExistePage = async () => (await import('./NoExistePage.vue')).default
