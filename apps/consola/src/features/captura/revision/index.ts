export { default as RevisionPage } from './RevisionPage.vue'
