package dev.parley.directory.configuration;

import dev.parley.directory.resource.Answer;
import dev.parley.directory.resource.Change;
import dev.parley.directory.resource.Request;
import dev.parley.directory.resource.Resources;
import dev.parley.directory.resource.Terms;
import dev.parley.directory.rest.Access;
import dev.parley.directory.rest.Ask;
import dev.parley.directory.rest.Bodies;
import dev.parley.directory.rest.Problem;
import dev.parley.directory.rest.Refused;
import dev.parley.directory.rest.Replies;
import dev.parley.directory.rule.Violation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A whole tenant at once, in YAML. */
@Path("/v1/tenants/{tenant}/configuration")
@Tag(name = "configuration")
public class ConfigurationResource {
    static final String YAML = "application/yaml";

    private final TenantConfiguration configuration;
    private final Resources resources;
    private final Yaml yaml;
    private final Bodies bodies;
    private final Replies replies;
    private final Access access;
    private final Ask ask;

    ConfigurationResource(
            TenantConfiguration configuration,
            Resources resources,
            Yaml yaml,
            Bodies bodies,
            Replies replies,
            Access access,
            Ask ask) {
        this.configuration = configuration;
        this.resources = resources;
        this.yaml = yaml;
        this.bodies = bodies;
        this.replies = replies;
        this.access = access;
        this.ask = ask;
    }

    @GET
    @Produces(YAML)
    public Response export(@PathParam("tenant") String tenant) {
        access.toRead(tenant);
        return Response.ok(yaml.write(configuration.export(tenant)), YAML).build();
    }

    @PUT
    @Consumes(YAML)
    @Produces(MediaType.APPLICATION_JSON)
    public Response apply(@PathParam("tenant") String tenant, InputStream body) {
        access.toWrite(tenant);
        ask.knowsOnly("dry_run", "prune");
        Terms terms = access.terms();
        TenantConfiguration.Wanted wanted = configuration.changes(
                tenant, yaml.read(bodies.bytes(body, Yaml.MOST_BYTES)), ask.flag("prune"), terms.frozen());
        if (!wanted.violations().isEmpty()) {
            throw new Refused(Problem.invalid(wanted.violations()));
        }
        List<Answer> answers = resources.applyAll(
                Request.of(tenant, wanted.changes(), ask.dryRun()).on(terms));
        return replies.value(200, report(wanted.changes(), answers));
    }

    private ConfigurationReport report(List<Change> changes, List<Answer> answers) {
        List<Violation> violations = new ArrayList<>();
        List<Answer.Done> done = new ArrayList<>();
        for (int at = 0; at < answers.size(); at++) {
            String pointer = changes.get(at).id().pointer();
            switch (answers.get(at)) {
                case Answer.Done made -> done.add(made);
                case Answer.Refused(List<Violation> wrong) ->
                    wrong.forEach(violation -> violations.add(violation.within(pointer)));
                case Answer.Taken(Violation violation) -> violations.add(violation.within(pointer));
                case Answer.Needed(var _, List<Answer.Need> by) ->
                    by.forEach(need -> violations.add(new Violation(
                            need.by().pointer() + need.pointer(), "refers", pointer + " cannot go: this needs it")));
                case Answer.Unknown _, Answer.Stale _, Answer.Repeated _, Answer.Running _, Answer.OtherRequest _ ->
                    violations.add(new Violation(pointer, "changed_meanwhile", "Somebody else changed it meanwhile"));
            }
        }
        if (done.size() < answers.size()) {
            throw new Refused(Problem.invalid(violations));
        }
        return ConfigurationReport.of(done, ask.dryRun());
    }
}
