(** The equations of likelihood/likelihood, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** log-likelihood: 5b0d09c6570b83ab *)
Theorem log_likelihood
    (R : comUnitRingType)
    (n : nat)
    (log : R -> R)
    (p : 'I_n -> R)
    (L : R)
    (unit : forall (i : 'I_n), ((p i) : R) \is a GRing.unit)
    (unit_2 : ((\prod_(i_2 < n) (p i_2)) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (L_is : L = (\prod_(i_3 < n) (p i_3))) :
  (log L) = (\sum_(i_4 < n) (log (p i_4))) :> R.
Proof. prove. Qed.

(** bernoulli-log-likelihood, line 1: 34b41085d98f5e2b *)
Theorem bernoulli_log_likelihood_line_1
    (R : comUnitRingType)
    (n : nat)
    (log : R -> R)
    (exp : R -> R)
    (theta : R)
    (x : 'I_n -> R)
    (unit : (theta : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (exp_of_log : exp (log theta) = theta)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_2 : ((1 + (- theta)) : R) \is a GRing.unit)
    (exp_of_log_2 : exp (log (1 + (- theta))) = (1 + (- theta)))
    (unit_3 : forall (i : 'I_n), (((exp ((x i) * (log theta))) * (exp ((1 + (- (x i))) * (log (1 + (- theta)))))) : R) \is a GRing.unit)
    (unit_4 : ((\prod_(i_2 < n) ((exp ((x i_2) * (log theta))) * (exp ((1 + (- (x i_2))) * (log (1 + (- theta))))))) : R) \is a GRing.unit) :
  (log (\prod_(i_4 < n) ((exp ((x i_4) * (log theta))) * (exp ((1 + (- (x i_4))) * (log (1 + (- theta)))))))) = (\sum_(i_5 < n) (((1 + (- (x i_5))) * (log (1 + (- theta)))) + ((x i_5) * (log theta)))) :> R.
Proof. prove. Qed.

(** bernoulli-log-likelihood, line 2: 8807954ac7028f1a *)
Theorem bernoulli_log_likelihood_line_2
    (R : comUnitRingType)
    (n : nat)
    (x : 'I_n -> R)
    (log : R -> R)
    (theta : R)
    (bar_x : R)
    (unit : (n%:R : R) \is a GRing.unit)
    (bar_x_is : bar_x = (n%:R^-1 * (\sum_(i_2 < n) (x i_2)))) :
  (\sum_(i < n) (((1 + (- (x i))) * (log (1 + (- theta)))) + ((x i) * (log theta)))) = (n%:R * ((bar_x * (log theta)) + ((1 + (- bar_x)) * (log (1 + (- theta)))))) :> R.
Proof. prove. Qed.

(** bernoulli-score: 8d62131220b0a053 *)
Theorem bernoulli_score
    (R : comUnitRingType)
    (eps : R)
    (theta : R)
    (n : R)
    (bar_x : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (theta : R) \is a GRing.unit)
    (unit_2 : ((1 + (- theta)) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1))) :
  (n * ((bar_x * (log (theta + eps))) + ((1 + (- bar_x)) * (log (1 + (- (theta + eps))))))) = (n * ((bar_x * (log theta)) + ((1 + (- bar_x)) * (log (1 + (- theta)))))) + eps * (n * theta^-1 * (1 + (- theta))^-1 * (bar_x + (- theta))).
Proof. prove. Qed.

(** bernoulli-curvature: c6b90f76f87717f0 *)
Theorem bernoulli_curvature
    (R : comUnitRingType)
    (eps : R)
    (theta : R)
    (n : R)
    (bar_x : R)
    (small : eps * eps = 0)
    (unit : (theta : R) \is a GRing.unit)
    (unit_2 : ((1 + (- theta)) : R) \is a GRing.unit) :
  (n * (theta + eps)^-1 * (1 + (- (theta + eps)))^-1 * (bar_x + (- (theta + eps)))) = (n * theta^-1 * (1 + (- theta))^-1 * (bar_x + (- theta))) + eps * (- (n * ((bar_x * (theta^-1 ^+ 2)) + (((1 + (- theta))^-1 ^+ 2) * (1 + (- bar_x)))))).
Proof. prove. Qed.

(** normal-log-likelihood, line 2: 03c8d88baef05d9e *)
Theorem normal_log_likelihood_line_2
    (R : comUnitRingType)
    (n : nat)
    (log : R -> R)
    (pi : R)
    (v : R)
    (mu : R)
    (x : 'I_n -> R)
    (hat_v : R)
    (bar_x : R)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (pi : R) \is a GRing.unit)
    (unit_3 : (v : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (unit_4 : (n%:R : R) \is a GRing.unit)
    (bar_x_is : bar_x = (n%:R^-1 * (\sum_(i_3 < n) (x i_3))))
    (hat_v_is : hat_v = (n%:R^-1 * (\sum_(i_2 < n) (((x i_2) + (- bar_x)) ^+ 2)))) :
  (\sum_(i < n) ((- ((1 / 2%:R) * (log (2%:R * pi * v)))) + (- ((1 / 2%:R) * v^-1 * (((x i) + (- mu)) ^+ 2))))) = ((- ((1 / 2%:R) * n%:R * (log (2%:R * pi * v)))) + (- ((1 / 2%:R) * n%:R * v^-1 * (hat_v + ((bar_x + (- mu)) ^+ 2))))) :> R.
Proof. prove. Qed.

(** normal-hessian-at-the-estimate: 18d62a2053886964 *)
Theorem normal_hessian_at_the_estimate
    (R : comUnitRingType)
    (eps : R)
    (theta : 'cV[R]_2)
    (bar_x : R)
    (hat_v : R)
    (d_theta : 'cV[R]_2)
    (n : R)
    (log : R -> R)
    (pi : R)
    (small : eps * eps = 0)
    (theta_is : theta = (@rows R 2 1 [:: [:: bar_x]; [:: hat_v]]))
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : ((theta (lift ord0 ord0) 0) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : ((2%:R * pi * (theta (lift ord0 ord0) 0)) : R) \is a GRing.unit)
    (unit_4 : (pi : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (unit_5 : (hat_v : R) \is a GRing.unit) :
  (((- ((1 / 2%:R) * n * (log (2%:R * pi * ((theta + eps *: d_theta) (lift ord0 ord0) 0))))) + (- ((1 / 2%:R) * n * ((theta + eps *: d_theta) (lift ord0 ord0) 0)^-1 * (hat_v + ((bar_x + (- ((theta + eps *: d_theta) ord0 0))) ^+ 2))))) = ((- ((1 / 2%:R) * n * (log (2%:R * pi * (theta (lift ord0 ord0) 0))))) + (- ((1 / 2%:R) * n * (theta (lift ord0 ord0) 0)^-1 * (hat_v + ((bar_x + (- (theta ord0 0))) ^+ 2))))) + eps * dot ((@rows R 2 1 [:: [:: 0]; [:: (- ((1 / 2%:R) * n * (theta (lift ord0 ord0) 0)^-1))]]) + ((@rows R 2 1 [:: [:: 0]; [:: ((1 / 2%:R) * n * ((theta (lift ord0 ord0) 0)^-1 ^+ 2) * (hat_v + ((bar_x + (- (theta ord0 0))) ^+ 2)))]]) + (@rows R 2 1 [:: [:: (n * (theta (lift ord0 ord0) 0)^-1 * (bar_x + (- (theta ord0 0))))]; [:: 0]]))) d_theta) /\
  (((@rows R 2 1 [:: [:: 0]; [:: (- ((1 / 2%:R) * n * ((theta + eps *: d_theta) (lift ord0 ord0) 0)^-1))]]) + ((@rows R 2 1 [:: [:: 0]; [:: ((1 / 2%:R) * n * (((theta + eps *: d_theta) (lift ord0 ord0) 0)^-1 ^+ 2) * (hat_v + ((bar_x + (- ((theta + eps *: d_theta) ord0 0))) ^+ 2)))]]) + (@rows R 2 1 [:: [:: (n * ((theta + eps *: d_theta) (lift ord0 ord0) 0)^-1 * (bar_x + (- ((theta + eps *: d_theta) ord0 0))))]; [:: 0]]))) = ((@rows R 2 1 [:: [:: 0]; [:: (- ((1 / 2%:R) * n * (theta (lift ord0 ord0) 0)^-1))]]) + ((@rows R 2 1 [:: [:: 0]; [:: ((1 / 2%:R) * n * ((theta (lift ord0 ord0) 0)^-1 ^+ 2) * (hat_v + ((bar_x + (- (theta ord0 0))) ^+ 2)))]]) + (@rows R 2 1 [:: [:: (n * (theta (lift ord0 ord0) 0)^-1 * (bar_x + (- (theta ord0 0))))]; [:: 0]]))) + eps *: ((@rows R 2 2 [:: [:: (- (n * hat_v^-1)); 0]; [:: 0; (- ((1 / 2%:R) * n * (hat_v^-1 ^+ 2)))]]) *m d_theta)).
Proof. prove. Qed.

(** normal-variance-curvature: 141669912ee0f808 *)
Theorem normal_variance_curvature
    (R : comUnitRingType)
    (eps : R)
    (v : R)
    (n : R)
    (hat_v : R)
    (log : R -> R)
    (pi : R)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit)
    (unit_2 : (v : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : ((2%:R * pi * v) : R) \is a GRing.unit)
    (unit_4 : (pi : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_) :
  (((- ((1 / 2%:R) * n * (log (2%:R * pi * (v + eps))))) + (- ((1 / 2%:R) * hat_v * n * (v + eps)^-1))) = ((- ((1 / 2%:R) * n * (log (2%:R * pi * v)))) + (- ((1 / 2%:R) * hat_v * n * v^-1))) + eps * (((1 / 2%:R) * hat_v * n * (v^-1 ^+ 2)) + (- ((1 / 2%:R) * n * v^-1)))) /\
  ((((1 / 2%:R) * hat_v * n * ((v + eps)^-1 ^+ 2)) + (- ((1 / 2%:R) * n * (v + eps)^-1))) = (((1 / 2%:R) * hat_v * n * (v^-1 ^+ 2)) + (- ((1 / 2%:R) * n * v^-1))) + eps * ((1 / 2%:R) * n * (v^-1 ^+ 3) * (v + (- (2%:R * hat_v))))).
Proof. prove. Qed.

(** variance-estimate-bias: fd37560c2c5ff6f2 *)
Theorem variance_estimate_bias
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (x : 'I_n -> Random)
    (mu : R)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (n%:R : R) \is a GRing.unit)
    (mean_of_x : forall i_, E (x i_) = mu)
    (moment_of_x : forall i_ j_, E (x i_ * x j_) = mu * mu + (sigma ^+ 2) *+ (i_ == j_)) :
  (E ((n%:R^-1)%:A * (\sum_(i < n) (((((- 1))%:A * (n%:R^-1)%:A * (\sum_(j < n) (x j))) + (x i)) ^+ 2)))) = ((sigma ^+ 2) * n%:R^-1 * (n%:R + (- 1))) :> R.
Proof. prove. Qed.

(** log-likelihood-and-divergence, line 1: 06bd5b690a83570e *)
Theorem log_likelihood_and_divergence_line_1
    (R : comUnitRingType)
    (k : nat)
    (c : 'cV[R]_k)
    (q : 'cV[R]_k)
    (n : R)
    (log : R -> R)
    (p : 'cV[R]_k)
    (c_is : c = (n *: q)) :
  (\sum_(j < k) ((c j 0) * (log (p j 0)))) = (n * (\sum_(j_2 < k) ((q j_2 0) * (log (p j_2 0))))) :> R.
Proof. prove. Qed.

(** log-likelihood-and-divergence, line 2: 7cc636d4287085a6 *)
Theorem log_likelihood_and_divergence_line_2
    (R : comUnitRingType)
    (k : nat)
    (n : R)
    (q : 'cV[R]_k)
    (log : R -> R)
    (p : 'cV[R]_k)
    (KL : R)
    (unit : forall (j_2 : 'I_k), ((p j_2 0) : R) \is a GRing.unit)
    (unit_2 : forall (j_2 : 'I_k), ((q j_2 0) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (KL_is : KL = (\sum_(j_2 < k) ((q j_2 0) * (log ((p j_2 0)^-1 * (q j_2 0)))))) :
  (n * (\sum_(j < k) ((q j 0) * (log (p j 0))))) = (n * ((\sum_(j_3 < k) ((q j_3 0) * (log (q j_3 0)))) + (- KL))) :> R.
Proof. prove. Qed.

Print Assumptions log_likelihood.
Print Assumptions bernoulli_log_likelihood_line_1.
Print Assumptions bernoulli_log_likelihood_line_2.
Print Assumptions bernoulli_score.
Print Assumptions bernoulli_curvature.
Print Assumptions normal_log_likelihood_line_2.
Print Assumptions normal_hessian_at_the_estimate.
Print Assumptions normal_variance_curvature.
Print Assumptions variance_estimate_bias.
Print Assumptions log_likelihood_and_divergence_line_1.
Print Assumptions log_likelihood_and_divergence_line_2.
