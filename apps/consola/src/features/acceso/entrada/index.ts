/** Each page comes alone, but for the two that a first visit opens: main.ts brings those. */
export const ConfirmarFactor = async () => (await import('./ConfirmarFactor.vue')).default
export const DispositivosPage = async () => (await import('./DispositivosPage.vue')).default
export const EntrarPage = async () => (await import('./EntrarPage.vue')).default
export const FactoresPage = async () => (await import('./FactoresPage.vue')).default
export const InvitacionPage = async () => (await import('./InvitacionPage.vue')).default
export const RecuperarPage = async () => (await import('./RecuperarPage.vue')).default
export const RestablecerPage = async () => (await import('./RestablecerPage.vue')).default
