--- The language server's client: its configuration, and how it is started in Neovim 0.11 and in 0.10.
local M = {}

M.NAME = 'attrib_lsp'

---@class attrib_lsp.Options
---@field cmd? string[] how to start the server
---@field filetypes? string[] filetypes of drafts
---@field settings? table what goes under the section `attrib-lsp`: preset, select, ignore, severity, rules, ...
---@field enable? boolean false: the server is started by your own `vim.lsp.enable('attrib_lsp')` only

---@type attrib_lsp.Options
local DEFAULTS = {
  cmd = { 'attrib-lsp', 'server' },
  filetypes = { 'markdown', 'text', 'html', 'rst', 'asciidoc', 'tex', 'org' },
  settings = {},
  enable = true,
}

local ROOT_MARKERS = { 'attrib-lsp.toml', '.attrib-lsp.toml', 'pyproject.toml', '.git' }

--- The user's options (`vim.g.attrib_lsp`) over the defaults.
---@return attrib_lsp.Options
function M.options()
  return vim.tbl_extend('force', DEFAULTS, vim.g.attrib_lsp or {})
end

--- What the client can do: all that Neovim can, and the commands that the server may name in a code lens or an action.
---@return lsp.ClientCapabilities
local function capabilities()
  local able = vim.lsp.protocol.make_client_capabilities()
  able.experimental = { commands = { commands = vim.tbl_keys(require('attrib-lsp.commands').of_server) } }
  return able
end

--- The configuration that `vim.lsp.config` or `vim.lsp.start` takes.
---@return vim.lsp.ClientConfig
function M.config()
  local options = M.options()
  -- An empty table would be sent as an empty list.
  local settings = next(options.settings) and options.settings or vim.empty_dict()
  return {
    name = M.NAME,
    cmd = options.cmd,
    filetypes = options.filetypes,
    root_markers = ROOT_MARKERS,
    capabilities = capabilities(),
    init_options = settings,
    settings = { ['attrib-lsp'] = settings },
    commands = require('attrib-lsp.commands').of_server,
  }
end

--- Start the server whenever a draft is opened, unless the user said not to.
function M.enable()
  local options = M.options()
  if not options.enable then
    return
  end
  if vim.lsp.enable then
    vim.lsp.enable(M.NAME)
    return
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('attrib-lsp', {}),
    pattern = options.filetypes,
    desc = 'Start attrib-lsp',
    callback = function(event)
      M.start(event.buf)
    end,
  })
end

--- Start the server for a buffer, as Neovim 0.10 does it. A buffer that is no file (a preview, a help page) is no draft.
---@param buffer integer
function M.start(buffer)
  if vim.bo[buffer].buftype ~= '' then
    return
  end
  local config = M.config()
  local name = vim.api.nvim_buf_get_name(buffer)
  config.root_dir = vim.fs.root(buffer, ROOT_MARKERS) or (name ~= '' and vim.fs.dirname(name) or nil)
  vim.lsp.start(config, { bufnr = buffer })
end

--- The client that serves a buffer.
---@param buffer? integer the current one by default
---@return vim.lsp.Client?
function M.of(buffer)
  return vim.lsp.get_clients({ bufnr = buffer or vim.api.nvim_get_current_buf(), name = M.NAME })[1]
end

--- Stop the server and start it again for every draft that it served.
function M.restart()
  local buffers = {}
  for _, client in ipairs(vim.lsp.get_clients({ name = M.NAME })) do
    vim.list_extend(buffers, vim.lsp.get_buffers_by_client_id(client.id))
    vim.lsp.stop_client(client.id)
  end
  vim.wait(2000, function()
    return #vim.lsp.get_clients({ name = M.NAME }) == 0
  end, 20)
  for _, buffer in ipairs(buffers) do
    if vim.api.nvim_buf_is_loaded(buffer) then
      vim.api.nvim_exec_autocmds('FileType', { buffer = buffer, modeline = false })
    end
  end
end

return M
