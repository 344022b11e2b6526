interface ImportMetaEnv {
  /** The address of the endpoint when it is not this server's own: `https://api.fal.ai/v1`. Fixed when the app is built. */
  readonly VITE_MODELS_API?: string
}
